using System.CommandLine;
using RulesEngine.Cli.Scaffolds;

namespace RulesEngine.Cli.Commands;

/// <summary><c>new plugin | ruleset</c>: makes a folder to start from.</summary>
internal sealed class NewCommand
{
    private readonly Argument<string> _name = new("NAME");
    private readonly Option<string?> _out = new("--out") { Description = "The folder to make (NAME unless said); it must not exist or be empty.", HelpName = "DIR" };

    public static Command Create()
    {
        var plugin = new NewCommand();
        plugin._name.Description = "Name of the plugin, its assembly and its namespace, like Acme.Desk.";
        var ruleSet = new NewCommand();
        ruleSet._name.Description = "Name of the rule set, like acme-style.";
        return new Command("new", "Start your own plugin or rule set.")
        {
            plugin.CreateKind("plugin", "Make a plugin with one analyzer, its word list and its tests.", plugin.CreatePlugin),
            ruleSet.CreateKind("ruleset", "Make a rule set with one rule and its examples.", ruleSet.CreateRuleSet),
        };
    }

    private Command CreateKind(string name, string description, Func<ParseResult, int> action)
    {
        var command = new Command(name, description) { _name, _out };
        command.SetAction(action);
        return command;
    }

    private int CreatePlugin(ParseResult parsed)
    {
        ScaffoldName.CheckPlugin(parsed.GetValue(_name)!, AppContext.BaseDirectory);
        return Write(parsed, Scaffold.Plugin, "dotnet test");
    }

    private int CreateRuleSet(ParseResult parsed)
    {
        ScaffoldName.CheckRuleSet(parsed.GetValue(_name)!, AppContext.BaseDirectory);
        return Write(parsed, Scaffold.RuleSet, "rulesengine test .");
    }

    private int Write(ParseResult parsed, Scaffold scaffold, string next)
    {
        var name = parsed.GetValue(_name)!;
        var folder = parsed.GetValue(_out) ?? name;
        foreach (var path in scaffold.Write(name, folder))
        {
            Console.Out.WriteLine(Path.Combine(folder, path).Replace('\\', '/'));
        }

        Console.Out.WriteLine($"next: in {folder}, run '{next}' and read README.md");
        return ExitCodes.Clean;
    }
}
