using System.CommandLine;
using System.Globalization;
using RulesEngine.Cli.Baselines;
using RulesEngine.Cli.Drafts;
using RulesEngine.Cli.Output;
using RulesEngine.Core.Baselines;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Commands;

/// <summary><c>baseline create | update | prune</c>: the findings that are known today.</summary>
internal sealed class BaselineCommand
{
    private readonly DraftArguments _drafts = new();
    private readonly RunOptions _run = new();
    private readonly JobsOption _jobs = new();
    private readonly Option<string> _file = new("--baseline")
    {
        Description = $"The file ({BaselineFile.DefaultName} unless said).",
        HelpName = "FILE",
        DefaultValueFactory = _ => BaselineFile.DefaultName,
    };

    public static Command Create() => new("baseline", "Keep a list of the findings that are known today, so that check reports only new ones.")
    {
        new BaselineCommand().CreateVerb("create", "Write down every finding of the drafts in a new file.", static own => own.Create),
        new BaselineCommand().CreateVerb("update", "Write down the findings that the drafts have now; other drafts keep theirs.", static own => own.Update),
        new BaselineCommand().CreateVerb("prune", "Forget what no longer occurs; nothing is added.", static own => own.Prune),
    };

    private Command CreateVerb(string name, string description, Func<BaselineCommand, Func<ParseResult, int>> action)
    {
        var command = new Command(name, description) { _file, _jobs };
        _drafts.AddTo(command);
        _run.AddTo(command);
        command.SetAction(action(this));
        return command;
    }

    private int Create(ParseResult parsed)
    {
        var file = parsed.GetValue(_file)!;
        return File.Exists(file)
            ? throw new UserException($"baseline create: '{file}' exists already; use 'rulesengine baseline update', or delete it first")
            : Run(parsed, Baseline.Empty, static (run, before, finder, paths) => run.Update(before, finder, paths));
    }

    private int Update(ParseResult parsed) => Run(parsed, BaselineFile.Read(parsed.GetValue(_file)!), static (run, before, finder, paths) => run.Update(before, finder, paths));

    private int Prune(ParseResult parsed) => Run(parsed, BaselineFile.Read(parsed.GetValue(_file)!), static (run, before, finder, paths) => run.Prune(before, finder, paths));

    private int Run(ParseResult parsed, Baseline before, Func<BaselineRun, Baseline, DraftFinder, IReadOnlyList<string>, Baseline> bringUpToDate)
    {
        var file = parsed.GetValue(_file)!;
        var options = _run.GetReadOptions(parsed);
        var (finder, paths) = _drafts.Get(parsed, options.Formats);
        using var host = _run.CreateHost(parsed);
        var run = new BaselineRun(host, new DraftReader(options), _jobs.Count(parsed));
        var after = bringUpToDate(run, before, finder, paths);
        foreach (var notification in run.Notifications)
        {
            Console.Error.WriteLine(NotificationText.Of(notification));
        }

        if (!run.IsComplete)
        {
            throw new UserException($"the baseline '{file}' was left as it is: findings could be missing from it");
        }

        BaselineFile.Write(file, after);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {after.Count} findings in {after.Paths.Count()} articles ({before.Count} before)"));
        return run.Notifications.Exists(notification => notification.Severity == DiagnosticSeverity.Error) ? ExitCodes.Incomplete : ExitCodes.Clean;
    }
}
