using System.CommandLine;

namespace RulesEngine.Cli.Commands;

/// <summary>Puts the commands together.</summary>
internal static class RootCommandFactory
{
    private static readonly (string Name, Func<Command> Create)[] s_commands =
    [
        ("check", CheckCommand.Create),
        ("fix", FixCommand.Create),
        ("baseline", BaselineCommand.Create),
        ("inspect", InspectCommand.Create),
        ("rules", RulesCommand.Create),
        ("plugins", PluginsCommand.Create),
        ("test", TestCommand.Create),
        ("config", ConfigCommand.Create),
        ("templates", TemplatesCommand.Create),
        ("new", NewCommand.Create),
    ];

    private static readonly string[] s_help = ["--help", "-h", "-?", "/h", "/?"];

    /// <summary>Parses and runs; the exit code is one of <see cref="ExitCodes"/>.</summary>
    public static int Run(string[] arguments)
    {
        var parsed = ParseDirectly(arguments) ?? CreateRoot().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Console.Error.WriteLine($"rulesengine: {error.Message.TrimEnd('.')}");
            }

            Console.Error.WriteLine("rulesengine: 'rulesengine --help' lists what there is");
            return ExitCodes.Incomplete;
        }

        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    // The command alone that is asked for: the whole tree, with its help, is a tenth of the time to check one article. Help and
    // errors are the tree's.
    private static ParseResult? ParseDirectly(string[] arguments)
    {
        if (arguments is not [var asked, ..] || Array.Exists(arguments, argument => Array.IndexOf(s_help, argument) >= 0))
        {
            return null;
        }

        foreach (var (name, create) in s_commands)
        {
            if (name == asked)
            {
                var parsed = create().Parse(arguments);
                return parsed.Errors.Count == 0 ? parsed : null;
            }
        }

        return null;
    }

    private static RootCommand CreateRoot()
    {
        var root = new RootCommand("Checks the sourcing and the house style of news drafts.");
        foreach (var (_, create) in s_commands)
        {
            root.Subcommands.Add(create());
        }

        return root;
    }
}
