using System.CommandLine;

namespace RulesEngine.Cli.Commands;

/// <summary>Puts the commands together.</summary>
internal static class RootCommandFactory
{
    /// <summary>Parses and runs; the exit code is one of <see cref="ExitCodes"/>.</summary>
    public static int Run(string[] arguments)
    {
        var root = new RootCommand("Checks the sourcing and the house style of news drafts.")
        {
            CheckCommand.Create(),
            FixCommand.Create(),
            BaselineCommand.Create(),
            InspectCommand.Create(),
            RulesCommand.Create(),
            PluginsCommand.Create(),
            TestCommand.Create(),
            ConfigCommand.Create(),
            TemplatesCommand.Create(),
            NewCommand.Create(),
        };
        var parsed = root.Parse(arguments);
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
}
