using System.CommandLine;
using RulesEngine.Cli.Examples;
using RulesEngine.Cli.Output;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.RuleSets.Examples;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Commands;

/// <summary><c>test</c>: runs the examples of rules.</summary>
internal sealed class TestCommand
{
    private readonly RunOptions _run = new();
    private readonly Argument<string[]> _sets = new("RULESET") { Description = "Rule sets by name or path. Without any, all that run in the current folder, and the plugins.", Arity = ArgumentArity.ZeroOrMore };

    public static Command Create()
    {
        var own = new TestCommand();
        var command = new Command("test", "Run the examples of every rule.") { own._sets };
        own._run.AddTo(command);
        command.SetAction(own.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        using var host = _run.CreateHost(parsed);
        var names = parsed.GetTexts(_sets);
        var results = names.Length > 0
            ? names.Select(name => RuleTester.Test(host.LoadRuleSet(name)))
            : TestEverything(host.For(Path.Combine(Environment.CurrentDirectory, "draft.txt")));
        var examples = 0;
        var problems = new List<Notification>();
        foreach (var result in results)
        {
            examples += result.Examples;
            problems.AddRange(result.Problems);
        }

        foreach (var problem in problems)
        {
            Console.Error.WriteLine(NotificationText.Of(problem));
        }

        var failures = problems.Count(problem => problem.Severity == DiagnosticSeverity.Error);
        Console.Out.WriteLine($"{examples} examples, {failures} failures, {problems.Count - failures} warnings");
        return failures == 0 ? ExitCodes.Clean : ExitCodes.Findings;
    }

    private static IEnumerable<RuleTestResult> TestEverything(Hosting.ConfiguredAnalysis analysis)
    {
        yield return new RuleTestResult(0, analysis.Problems);
        foreach (var set in analysis.RuleSets)
        {
            yield return RuleTester.Test(set);
        }

        yield return PluginExamples.Test(analysis);
    }
}
