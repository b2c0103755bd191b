using RulesEngine.Core.Analysis;
using RulesEngine.Reporting.Formats;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Output;

/// <summary>The formats that one run is written in, each to its file or to standard output. One that cannot be written is named, and the others go on.</summary>
internal sealed class RunOutputs : IDisposable
{
    public const string Text = "text";

    private readonly List<OpenOutput> _open = [];
    private readonly RunInfo _info;

    private RunOutputs(RunInfo info) => _info = info;

    /// <summary>Every name that --format takes.</summary>
    public static IReadOnlyList<string> Names => [Text, .. RunFormats.Names];

    /// <summary>Outputs that could not be written.</summary>
    public List<Notification> Problems { get; } = [];

    /// <summary>Opens the outputs: FORMAT for standard output, FORMAT=FILE for a file.</summary>
    public static RunOutputs Open(IReadOnlyList<FormatTarget> targets, RunInfo info)
    {
        var outputs = new RunOutputs(info);
        foreach (var target in targets)
        {
            try
            {
                var stream = target.File is null ? new BufferedStream(Console.OpenStandardOutput(), 1 << 16) : OutputFiles.Create(Path.GetFullPath(target.File));
                var format = target.Format == Text
                    ? new TextRunFormat(stream, Console.Error, target.File is null ? Palette.ForStandardOutput() : Palette.Off, info.Redact)
                    : RunFormats.Create(target.Format, stream, info);
                outputs._open.Add(new OpenOutput(target, format, stream));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                outputs.Refuse(target, exception);
            }
        }

        return outputs;
    }

    public void WriteArticle(ArticleResult result) => ForEach(output => output.Format.WriteArticle(result));

    /// <summary>
    /// Writes the end of each output. Files come first, so that one that fails stands in the notifications on standard output.
    /// </summary>
    /// <param name="summarize">The summary, with what failed until then.</param>
    public void Complete(Func<RunSummary> summarize)
    {
        _open.Sort(static (left, right) => (left.Target.File is null).CompareTo(right.Target.File is null));
        ForEach(output =>
        {
            var summary = summarize();
            output.Format.Complete(_info.Redact ? summary.ToRedacted() : summary);
            output.Format.Dispose();
            (output.Stream as ReplacingStream)?.Complete();
            output.Stream.Dispose();
        });
        _open.Clear();
    }

    public void Dispose()
    {
        foreach (var output in _open)
        {
            Close(output);
        }

        _open.Clear();
    }

    private void ForEach(Action<OpenOutput> write)
    {
        for (var i = 0; i < _open.Count; i++)
        {
            var output = _open[i];
            try
            {
                write(output);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                _open.RemoveAt(i--);
                Refuse(output.Target, exception);
                Close(output);
            }
        }
    }

    private void Refuse(FormatTarget target, Exception exception) => Problems.Add(new Notification(
        NotificationIds.OutputFailed,
        DiagnosticSeverity.Error,
        $"{target.Format} cannot be written to {target.File ?? "standard output"} ({exception.Message.TrimEnd('.')}); choose a file in a folder that you may write to"));

    private static void Close(OpenOutput output)
    {
        try
        {
            output.Format.Dispose();
            output.Stream.Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What could not be written was named when it failed.
        }
    }

    private sealed record OpenOutput(FormatTarget Target, RunFormat Format, Stream Stream);
}

/// <summary>A format and where it goes; null for standard output.</summary>
internal sealed record FormatTarget(string Format, string? File)
{
    /// <exception cref="UserException">There is no such format, or two go to one place.</exception>
    public static IReadOnlyList<FormatTarget> ParseAll(IReadOnlyList<string> values)
    {
        var targets = values.Select(Parse).ToList();
        if (targets.Count == 1)
        {
            // The common case shares a place with nobody.
            return targets;
        }

        if (targets.Count(target => target.File is null) > 1)
        {
            throw new UserException("--format: two formats cannot share standard output; write one to a file, as in --format sarif=out.sarif");
        }

        var shared = targets.Where(target => target.File is not null).GroupBy(target => Path.GetFullPath(target.File!), StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return shared is null ? targets : throw new UserException($"--format: two formats cannot share the file {shared.First().File}");
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
