using System.CommandLine;
using RulesEngine.Cli.Checking;
using RulesEngine.Cli.Drafts;
using RulesEngine.Cli.Output;
using RulesEngine.Hosting.Configuration;

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
    private readonly Option<int> _jobs = new("--jobs") { Description = "Articles to check at once (one a processor unless said).", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };

    public static Command Create()
    {
        var own = new CheckCommand();
        var command = new Command("check", "Run the rules over drafts.") { own._format, own._report, own._template, own._out, own._failOn, own._jobs };
        own._drafts.AddTo(command);
        own._run.AddTo(command);
        command.SetAction(own.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var formats = parsed.GetValue(_format) is { Length: > 0 } values ? values : [RunOutputs.Text];
        var targets = FormatTarget.ParseAll(formats);
        var jobs = parsed.GetValue(_jobs) is var number and > 0 ? number : throw new UserException("--jobs: at least one");
        var failLevel = parsed.GetValue(_failOn) is { } level
            ? Severities.FailLevels.Contains(level) ? Severities.Parse(level) : throw new UserException($"--fail-on: there is no level '{level}'{NameSuggestion.For(level, Severities.FailLevels)}")
            : null;
        var (finder, paths) = _drafts.Get(parsed);
        var run = new CheckRun(_run.CreateHost(parsed), new DraftReader(_run.GetReadOptions(parsed)), targets, CreateReports(parsed), failLevel, jobs);
        return run.Run(finder, paths);
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
