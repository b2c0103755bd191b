using System.CommandLine;
using RulesEngine.Cli.Baselines;
using RulesEngine.Cli.Drafts;
using RulesEngine.Cli.Fixing;
using RulesEngine.Core.Baselines;

namespace RulesEngine.Cli.Commands;

/// <summary><c>fix</c>: applies the fixes that rules offer.</summary>
internal sealed class FixCommand
{
    private readonly DraftArguments _drafts = new();
    private readonly RunOptions _run = new();
    private readonly Option<bool> _suggestions = new("--suggestions") { Description = "Apply fixes that could change the meaning too." };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Change nothing; write what would be changed as a unified diff." };
    private readonly Option<string?> _baseline = new("--baseline") { Description = "Leave the findings that this file knows.", HelpName = "FILE" };

    public static Command Create()
    {
        var own = new FixCommand();
        var command = new Command("fix", "Apply the safe fixes of findings to drafts.") { own._suggestions, own._dryRun, own._baseline };
        own._drafts.AddTo(command);
        own._run.AddTo(command);
        command.SetAction(own.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var options = _run.GetReadOptions(parsed);
        var (finder, paths) = _drafts.Get(parsed, options.Formats);
        if (paths.Length == 0)
        {
            throw new UserException("fix: name the drafts to change; '.' is everything in the current folder");
        }

        if (paths.Contains(DraftFinder.StandardInput, StringComparer.Ordinal))
        {
            throw new UserException("fix: standard input cannot be changed; name files");
        }

        var baseline = parsed.GetValue(_baseline) is { } file ? BaselineFile.Read(file) : Baseline.Empty;
        var settings = new FixSettings(parsed.GetValue(_suggestions), parsed.GetValue(_dryRun), baseline);
        using var host = _run.CreateHost(parsed);
        return new FixRun(host, options, settings).Run(finder, paths);
    }
}
