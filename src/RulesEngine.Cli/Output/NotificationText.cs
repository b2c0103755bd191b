using System.Globalization;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Configuration;

namespace RulesEngine.Cli.Output;

/// <summary>A notification on one line, as compilers write theirs.</summary>
internal static class NotificationText
{
    public static string Of(Notification notification)
    {
        var place = notification switch
        {
            { Path: null } => "rulesengine",
            { Line: null } => notification.Path,
            { Column: null } => string.Create(CultureInfo.InvariantCulture, $"{notification.Path}:{notification.Line}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{notification.Path}:{notification.Line}:{notification.Column}"),
        };
        return $"{TerminalText.Clean(place)}: {Severities.NameOf(notification.Severity)} {notification.Id}: {TerminalText.Clean(notification.Message)}";
    }
}
