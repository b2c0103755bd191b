using RulesEngine.Core.Analysis;
using RulesEngine.Reporting.Formats;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Output;

/// <summary>The formats that one run is written in, each to its file or to standard output.</summary>
internal sealed class RunOutputs : IDisposable
{
    public const string Text = "text";

    private readonly List<(RunFormat Format, Stream Stream)> _open = [];

    /// <summary>Every name that --format takes.</summary>
    public static IReadOnlyList<string> Names => [Text, .. RunFormats.Names];

    /// <summary>Opens the outputs: FORMAT for standard output, FORMAT=FILE for a file.</summary>
    /// <exception cref="UserException">Two formats would share standard output, or a file cannot be written.</exception>
    public static RunOutputs Open(IReadOnlyList<FormatTarget> targets, RunInfo info)
    {
        var outputs = new RunOutputs();
        foreach (var target in targets)
        {
            var stream = OpenStream(target.File);
            var format = target.Format == Text
                ? new TextRunFormat(stream, Console.Error, target.File is null ? Palette.ForStandardOutput() : Palette.Off)
                : RunFormats.Create(target.Format, stream, info);
            outputs._open.Add((format, stream));
        }

        return outputs;
    }

    public void WriteArticle(ArticleResult result)
    {
        foreach (var (format, _) in _open)
        {
            format.WriteArticle(result);
        }
    }

    public void Complete(RunSummary summary)
    {
        foreach (var (format, stream) in _open)
        {
            format.Complete(summary);
            (stream as ReplacingStream)?.Complete();
        }
    }

    public void Dispose()
    {
        foreach (var (format, stream) in _open)
        {
            format.Dispose();
            stream.Dispose();
        }
    }

    private static Stream OpenStream(string? file)
    {
        if (file is null)
        {
            return new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        }

        try
        {
            return OutputFiles.Create(Path.GetFullPath(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"--format: {file} cannot be written ({exception.Message.TrimEnd('.')})");
        }
    }
}

/// <summary>A format and where it goes; null for standard output.</summary>
internal sealed record FormatTarget(string Format, string? File)
{
    /// <exception cref="UserException">There is no such format, or two go to standard output.</exception>
    public static IReadOnlyList<FormatTarget> ParseAll(IReadOnlyList<string> values)
    {
        var targets = values.Select(Parse).ToList();
        return targets.Count(target => target.File is null) <= 1
            ? targets
            : throw new UserException("--format: two formats cannot share standard output; write one to a file, as in --format sarif=out.sarif");
    }

    private static FormatTarget Parse(string value)
    {
        var equals = value.IndexOf('=', StringComparison.Ordinal);
        var (name, file) = equals < 0 ? (value, null) : (value[..equals], value[(equals + 1)..]);
        return RunOutputs.Names.Contains(name)
            ? file is "" ? throw new UserException($"--format {value}: the file is missing") : new FormatTarget(name, file)
            : throw new UserException($"--format: there is no format '{name}'{Hosting.Configuration.NameSuggestion.For(name, RunOutputs.Names)}");
    }
}
