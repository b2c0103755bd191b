using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.RuleSets.Rules;
using RulesEngine.Hosting.Yaml;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Files;

/// <summary>What <c>ruleset.yml</c> says; a folder without one has the defaults of Vale.</summary>
internal sealed record RuleSetManifest(string Name)
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "ruleset.yml";

    /// <summary>The keys of the file.</summary>
    public static readonly ImmutableArray<string> Keys = ["name", "version", "description", "extends", "defaults", "lexicons", "templates"];

    /// <summary>Version of the rule set.</summary>
    public string Version { get; init; } = "0.0";

    /// <summary>What it is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>Category of rules that name none.</summary>
    public string? Category { get; init; }

    /// <summary>Level of rules that name none.</summary>
    public DiagnosticSeverity Level { get; init; } = DiagnosticSeverity.Warning;

    /// <summary>What rules do with quotations where they do not say.</summary>
    public QuotePolicy Quotes { get; init; }

    /// <summary>Sets, by name or path, whose rules come first and can be replaced by a file of the same name.</summary>
    public ImmutableArray<string> Parents { get; init; } = [];

    /// <summary>Folder of report templates, or null.</summary>
    public string? Templates { get; init; }

    /// <summary>Changes of word lists.</summary>
    public ImmutableArray<LexiconChange> Lexicons { get; init; } = [];

    /// <summary>Reads the file's keys; problems are added to <paramref name="problems"/>.</summary>
    public static RuleSetManifest Read(string folderName, string path, YamlMapping root, ICollection<Notification> problems)
    {
        var file = new RuleFile(path, root);
        file.CheckKeys("ruleset.yml", Keys);
        var defaults = new RuleFile(path, root["defaults"] as YamlMapping ?? new YamlMapping(root.Line, root.Column, []));
        defaults.CheckKeys("'defaults'", ["category", "level", "quotes"]);
        var manifest = new RuleSetManifest(file.GetString("name") ?? folderName)
        {
            Version = file.GetString("version") ?? "0.0",
            Description = file.GetString("description") ?? "",
            Category = defaults.GetString("category"),
            Level = (DiagnosticSeverity)(1 + defaults.GetChoice("level", 1, "suggestion", "warning", "error")),
            Quotes = (QuotePolicy)defaults.GetChoice("quotes", 0, "include", "exclude", "only"),
            Parents = [.. file.GetList("extends").Select(item => item.Value)],
            Templates = file.GetString("templates"),
            Lexicons = ReadLexicons(file),
        };
        foreach (var problem in file.Problems.Concat(defaults.Problems))
        {
            problems.Add(problem);
        }

        return manifest;
    }

    private static ImmutableArray<LexiconChange> ReadLexicons(RuleFile file)
    {
        var changes = ImmutableArray.CreateBuilder<LexiconChange>();
        foreach (var entry in (file.Root["lexicons"] as YamlMapping)?.Entries ?? [])
        {
            if (entry.Value is not YamlMapping mapping)
            {
                file.Report(entry.Value, $"lexicon '{entry.Key.Value}' takes 'add:' and 'remove:', each with a list of terms");
                continue;
            }

            var lists = new RuleFile(file.Path, mapping);
            lists.CheckKeys("a lexicon", ["add", "remove"]);
            changes.Add(new LexiconChange(
                entry.Key.Value,
                [.. lists.GetList("add").Select(item => item.Value)],
                [.. lists.GetList("remove").Select(item => item.Value)]));
            file.Problems.AddRange(lists.Problems);
        }

        return changes.ToImmutable();
    }
}
