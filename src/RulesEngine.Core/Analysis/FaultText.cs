using System.Diagnostics;
using System.Globalization;

namespace RulesEngine.Core.Analysis;

/// <summary>Exceptions in the words of a notification.</summary>
public static class FaultText
{
    /// <summary>What was thrown, in one line, and where in the code of the rule, as far as its symbols are beside it.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="source">The analyzer or suppressor; null to name no place.</param>
    public static string Describe(Exception exception, object? source = null)
    {
        ArgumentNullException.ThrowIfNull(exception);
        if (exception is RemoteFaultException)
        {
            return exception.Message;
        }

        var text = exception is InvalidDiagnosticException ? exception.Message : $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}";
        return source is not null && FindPlace(exception, source) is { } place ? $"{text} ({place})" : text;
    }

    /// <summary>The innermost line of the assembly at fault: what it called is innocent, and the folders of whoever built it are nobody's business.</summary>
    private static string? FindPlace(Exception exception, object source)
    {
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetFileName() is { } file && frame.GetMethod()?.Module.Assembly == source.GetType().Assembly)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{FileName(file)}:{frame.GetFileLineNumber()}");
            }
        }

        return null;
    }

    /// <summary>A path of the machine that built the code, which may have other separators than this one.</summary>
    private static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
