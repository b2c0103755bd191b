using System.CommandLine;
using RulesEngine.Cli.Baselines;
using RulesEngine.Cli.Changes;
using RulesEngine.Cli.Checking;
using RulesEngine.Cli.Drafts;
using RulesEngine.Cli.Output;
using RulesEngine.Cli.Watching;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Baselines;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Commands;

/// <summary><c>check</c>: runs the rules over drafts.</summary>
internal sealed class CheckCommand
{
    private const string DefaultReportFolder = "reports";

    private readonly DraftArguments _drafts = new();
    private readonly RunOptions _run = new();
    private readonly Option<string[]> _format = new("--format") { Description = "text, json, sarif, …; FORMAT=FILE writes to a file, and several may be said.", HelpName = "FORMAT" };
    private readonly Option<string?> _report = new("--report") { Description = "Write a report for each article: html, md, txt or the path of a template.", HelpName = "REPORT" };
    private readonly Option<string?> _template = new("--template") { Description = "Take the templates of reports from this folder ('templates new' makes one).", HelpName = "DIR" };
    private readonly Option<string?> _out = new("--out") { Description = $"Folder for reports ({DefaultReportFolder} unless said).", HelpName = "DIR" };
    private readonly Option<string?> _failOn = new("--fail-on") { Description = "Lowest severity that makes the exit code 1: error, warning, suggestion or never (warning unless said).", HelpName = "LEVEL" };
    private readonly NumberOption _maxWarnings = new("--max-warnings", least: 0) { Description = "More warnings than this make the exit code 1; without --fail-on, fewer then do not.", HelpName = "N" };
    private readonly Option<string?> _baseline = new("--baseline") { Description = "Do not report the findings that this file knows.", HelpName = "FILE" };
    private readonly Option<string?> _changedSince = new("--changed-since") { Description = "Report only findings on lines changed since this git revision, as a pull request against it shows them.", HelpName = "REV" };
    private readonly Option<bool> _redact = new("--redact") { Description = "Keep text of the drafts out of the formats." };
    private readonly Option<bool> _watch = new("--watch") { Description = "Go on after the check: check again what changes, until Ctrl-C." };
    private readonly Option<bool> _timing = new("--timing") { Description = "Print the time of each phase and rule on standard error after the run." };
    private readonly JobsOption _jobs = new();

    public static Command Create()
    {
        var own = new CheckCommand();
        var command = new Command("check", "Run the rules over drafts.")
        {
            own._format, own._report, own._template, own._out, own._failOn, own._maxWarnings, own._baseline, own._changedSince, own._redact, own._watch, own._timing, own._jobs,
        };
        own._drafts.AddTo(command);
        own._run.AddTo(command);
        command.SetAction(own.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var options = _run.GetReadOptions(parsed);
        var (finder, paths) = _drafts.Get(parsed, options.Formats);
        var reader = new DraftReader(options);
        if (parsed.GetValue(_watch))
        {
            string?[] inputs = [parsed.GetValue(_baseline), parsed.GetValue(_template), _run.GetLockPath(parsed)];
            return new WatchRun(
                () => _run.CreateHost(parsed, isReloadable: true), reader, () => CreateSettings(parsed), finder, paths, [.. inputs.OfType<string>().Select(Path.GetFullPath)]).Run();
        }

        var settings = CreateSettings(parsed);
        using var host = _run.CreateHost(parsed);
        return new CheckRun(host, reader, settings).Run(finder, paths);
    }

    private CheckSettings CreateSettings(ParseResult parsed)
    {
        var formats = parsed.GetTexts(_format) is { Length: > 0 } values ? values : [RunOutputs.Text];
        return new CheckSettings
        {
            Targets = FormatTarget.ParseAll(formats),
            Reports = CreateReports(parsed),
            FailLevel = GetFailLevel(parsed),
            MaximumWarnings = _maxWarnings.Get(parsed),
            Jobs = _jobs.Count(parsed),
            Baseline = parsed.GetValue(_baseline) is { } file ? BaselineFile.Read(file) : null,
            Changed = parsed.GetValue(_changedSince) is { } revision ? new GitRepository(Environment.CurrentDirectory).FindChangedLines(revision) : null,
            Redact = parsed.GetValue(_redact),
            Timing = parsed.GetValue(_timing) ? new RunTiming(TimeProvider.System) : null,
        };
    }

    private DiagnosticSeverity? GetFailLevel(ParseResult parsed)
    {
        if (parsed.GetValue(_failOn) is not { } level)
        {
            return _maxWarnings.Get(parsed) is null ? null : DiagnosticSeverity.Error;
        }

        return Severities.FailLevels.Contains(level)
            ? Severities.Parse(level)
            : throw new UserException($"--fail-on: there is no level '{level}'{NameSuggestion.For(level, Severities.FailLevels)}");
    }

    private ReportOutput? CreateReports(ParseResult parsed)
    {
        var (report, template, folder) = (parsed.GetValue(_report), parsed.GetValue(_template), parsed.GetValue(_out));
        if (template is not null && !Directory.Exists(template))
        {
            throw new UserException($"--template: there is no folder '{template}'; 'rulesengine templates new NAME' makes one");
        }

        return report is null && template is null && folder is null ? null : new ReportOutput(Path.GetFullPath(folder ?? DefaultReportFolder), report ?? (template is null ? null : "html"), template is null ? null : Path.GetFullPath(template));
    }
}
