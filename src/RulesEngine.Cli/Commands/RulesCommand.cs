using System.CommandLine;
using RulesEngine.Cli.Output;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Commands;

/// <summary><c>rules list | show | docs</c>: what the rules are, from their own descriptors.</summary>
internal sealed class RulesCommand
{
    private readonly RunOptions _run = new();
    private readonly Argument<string> _id = new("ID") { Description = "The rule." };
    private readonly Argument<string?> _page = new("ID") { Description = "The rule; all of them with --out.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _out = new("--out") { Description = "Write the pages of all rules and a list of them into this folder.", HelpName = "DIR" };

    public static Command Create()
    {
        var own = new RulesCommand();
        var list = new Command("list", "List the rules that would run in the current folder.");
        var show = new Command("show", "Show what a rule finds, why, and its examples and options.") { own._id };
        var docs = new Command("docs", "Write the page of a rule, or the catalogue of all rules, as Markdown.") { own._page, own._out };
        foreach (var (command, action) in new (Command, Func<ParseResult, int>)[] { (list, own.List), (show, own.Show), (docs, own.WriteDocs) })
        {
            own._run.AddTo(command);
            command.SetAction(action);
        }

        return new Command("rules", "List and explain the rules.") { list, show, docs };
    }

    private int List(ParseResult parsed)
    {
        var (rules, suppressions, settings, exitCode) = Load(parsed);
        var width = rules.Select(rule => rule.Descriptor.Id.Length).Concat(suppressions.Select(suppression => suppression.Descriptor.Id.Length)).DefaultIfEmpty(0).Max();
        foreach (var rule in rules.OrderBy(rule => rule.Descriptor.Id, StringComparer.Ordinal))
        {
            var descriptor = rule.Descriptor;
            var severity = Severities.NameOf(settings.GetSeverity(descriptor) ?? (descriptor.IsEnabledByDefault ? descriptor.DefaultSeverity : DiagnosticSeverity.None));
            Console.Out.WriteLine($"{descriptor.Id.PadRight(width)}  {severity,-10}  {descriptor.Title}  ({rule.Origin})");
        }

        foreach (var suppression in suppressions.OrderBy(suppression => suppression.Descriptor.Id, StringComparer.Ordinal))
        {
            Console.Out.WriteLine($"{suppression.Descriptor.Id.PadRight(width)}  {(settings.IsSuppressionEnabled(suppression.Descriptor.Id) ? "silences" : "off"),-10}  {suppression.Descriptor.SuppressedDiagnosticId}: {suppression.Descriptor.Justification}  ({suppression.Origin})");
        }

        return exitCode;
    }

    private int Show(ParseResult parsed)
    {
        var (rule, exitCode) = Find(parsed, parsed.GetValue(_id)!);
        RulePage.WriteText(Console.Out, rule.Descriptor, rule.Origin);
        return exitCode;
    }

    private int WriteDocs(ParseResult parsed)
    {
        var (id, folder) = (parsed.GetValue(_page), parsed.GetValue(_out));
        if (id is null == folder is null)
        {
            throw new UserException("rules docs: say the id of a rule, or --out with a folder for the pages of all rules");
        }

        if (folder is not null)
        {
            var (rules, _, _, code) = Load(parsed);
            RuleCatalogue.Write(folder, rules);
            return code;
        }

        var (rule, exitCode) = Find(parsed, id!);
        RulePage.WriteMarkdown(Console.Out, rule.Descriptor, rule.Origin);
        return exitCode;
    }

    private (RuleInfo Rule, int ExitCode) Find(ParseResult parsed, string id)
    {
        var (rules, _, _, exitCode) = Load(parsed);
        if (rules.Find(rule => rule.Descriptor.Id == id) is { } found)
        {
            return (found, exitCode);
        }

        throw new UserException($"there is no rule '{id}'{NameSuggestion.For(id, rules.Select(rule => rule.Descriptor.Id))}");
    }

    private (List<RuleInfo> Rules, List<SuppressionInfo> Suppressions, RuleSettings Settings, int ExitCode) Load(ParseResult parsed)
    {
        // The configuration of a draft in the current folder.
        var draft = Path.Combine(Environment.CurrentDirectory, "draft.txt");
        using var host = _run.CreateHost(parsed);
        var analysis = host.For(draft);
        foreach (var problem in analysis.Problems)
        {
            Console.Error.WriteLine(NotificationText.Of(problem));
        }

        var isComplete = !analysis.Problems.Any(problem => problem.Severity == DiagnosticSeverity.Error);
        return (analysis.Driver.Rules.ToList(), analysis.Driver.Suppressions.ToList(), analysis.Rules.For(draft), isComplete ? ExitCodes.Clean : ExitCodes.Incomplete);
    }
}
