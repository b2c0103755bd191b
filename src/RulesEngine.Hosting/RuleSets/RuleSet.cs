using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.RuleSets.Rules;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets;

/// <summary>A folder of rule files, read. Immutable.</summary>
public sealed class RuleSet
{
    internal RuleSet(string name, ImmutableArray<Rule> rules, ImmutableArray<Notification> problems)
    {
        Name = name;
        Rules = rules;
        Problems = problems;
        Descriptors = [.. rules.Select(rule => rule.Header.Descriptor)];
    }

    /// <summary>First part of the ids of its rules.</summary>
    public string Name { get; }

    /// <summary>As ruleset.yml says; 0.0 where there is none.</summary>
    public string Version { get; init; } = "0.0";

    /// <summary>What the set is for; empty where nobody said.</summary>
    public string Description { get; init; } = "";

    /// <summary>The folder.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The folder, and those of the sets that it extends.</summary>
    internal ImmutableArray<string> Folders { get; init; } = [];

    /// <summary>Folder of report templates that the set brings along, or null.</summary>
    public string? TemplateFolder { get; init; }

    /// <summary>Terms that the set adds to word lists of the engine and of plugins, or takes away.</summary>
    public ImmutableArray<LexiconChange> Lexicons { get; init; } = [];

    /// <summary>Every rule that can run, in the order of the files.</summary>
    public ImmutableArray<DiagnosticDescriptor> Descriptors { get; }

    /// <summary>Rules and files that cannot work, with their places and what to write instead.</summary>
    public ImmutableArray<Notification> Problems { get; }

    internal ImmutableArray<Rule> Rules { get; }
}

/// <summary>Terms that are added to a word list or taken away.</summary>
/// <param name="Name">The list: "official-bodies".</param>
/// <param name="Added">Terms.</param>
/// <param name="Removed">Terms.</param>
public sealed record LexiconChange(string Name, ImmutableArray<string> Added, ImmutableArray<string> Removed);
