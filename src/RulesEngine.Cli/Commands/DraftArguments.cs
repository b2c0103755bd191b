using System.Collections.Immutable;
using System.CommandLine;
using RulesEngine.Cli.Drafts;
using RulesEngine.Hosting.Configuration;

namespace RulesEngine.Cli.Commands;

/// <summary>The arguments that say which drafts, shared by the commands that read drafts.</summary>
internal sealed class DraftArguments
{
    private readonly Argument<string[]> _paths = new("PATH") { Description = "Files, folders, patterns, or - for standard input. Without any, the current folder.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> _standardInputName = new("--stdin-path") { Description = "What standard input is called; its ending says what it is.", HelpName = "NAME", DefaultValueFactory = _ => "stdin.txt" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_paths);
        command.Options.Add(_standardInputName);
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="formats">Endings that are read as another one.</param>
    /// <exception cref="UserException">What looks like an option is none.</exception>
    public (DraftFinder Finder, string[] Paths) Get(ParseResult parsed, ImmutableDictionary<string, string> formats)
    {
        var paths = parsed.GetTexts(_paths);
        foreach (var path in paths)
        {
            if (path.Length > 1 && path[0] == '-' && !Path.Exists(path))
            {
                throw new UserException($"there is no option '{path}'{NameSuggestion.For(path, parsed.CommandResult.Command.Options.Select(option => option.Name))}");
            }
        }

        return (new DraftFinder(Environment.CurrentDirectory, parsed.GetValue(_standardInputName)!, formats), paths);
    }
}
