using System.CommandLine;
using RulesEngine.Cli.Output;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.Schemas;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Commands;

/// <summary><c>config explain | schema</c>: where each value of a rule comes from; what the YAML files may hold.</summary>
internal sealed class ConfigCommand
{
    private readonly RunOptions _run = new();
    private readonly Argument<string> _path = new("PATH") { Description = "The draft; need not exist." };
    private readonly Argument<string> _rule = new("RULE") { Description = "Id of the rule." };

    private readonly Argument<string> _schema = new("NAME") { Description = $"{string.Join(", ", SchemaFile.Names)}." };

    public static Command Create()
    {
        var own = new ConfigCommand();
        var explain = new Command("explain", "Say where severity and options of a rule come from for a draft.") { own._path, own._rule };
        own._run.AddTo(explain);
        explain.SetAction(own.Explain);
        var schema = new Command("schema", "Print the JSON Schema of a kind of YAML file, for editors that complete and validate with it.") { own._schema };
        schema.SetAction(own.PrintSchema);
        return new Command("config", "Explain the configuration and its files.") { explain, schema };
    }

    private int PrintSchema(ParseResult parsed)
    {
        var name = parsed.GetValue(_schema)!;
        Console.Out.Write(SchemaFile.Names.Contains(name) ? SchemaFile.Create(name) : throw new UserException($"there is no schema '{name}'{NameSuggestion.For(name, SchemaFile.Names)}"));
        return ExitCodes.Clean;
    }

    private int Explain(ParseResult parsed)
    {
        var (path, id) = (parsed.GetValue(_path)!, parsed.GetValue(_rule)!);
        var full = Path.GetFullPath(path);
        using var host = _run.CreateHost(parsed);
        var analysis = host.For(full);
        foreach (var problem in analysis.Problems)
        {
            Console.Error.WriteLine(NotificationText.Of(problem));
        }

        var rule = analysis.Driver.Rules.FirstOrDefault(known => known.Descriptor.Id == id)
            ?? throw new UserException($"there is no rule '{id}'{NameSuggestion.For(id, analysis.Driver.Rules.Select(known => known.Descriptor.Id))}");
        Console.Out.WriteLine($"{id} ({rule.Descriptor.Title}, from {rule.Origin}) for {path}");
        Console.Out.WriteLine($"  configuration: {analysis.Configuration.Path ?? "none; the built-in default holds"}");
        string? previous = null;
        foreach (var value in analysis.Rules.Explain(full, rule.Descriptor))
        {
            var holds = value.Name != previous;
            Console.Out.WriteLine(holds ? $"  {value.Name}: {value.Value}, from {value.Origin}" : $"    instead of {value.Value}, from {value.Origin}");
            previous = value.Name;
        }

        return analysis.Problems.Any(problem => problem.Severity == DiagnosticSeverity.Error) ? ExitCodes.Incomplete : ExitCodes.Clean;
    }
}
