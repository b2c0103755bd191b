using System.Collections.Immutable;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.RuleSets;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Vale;

/// <summary>What a .vale.ini says about styles, rules and levels. Immutable.</summary>
/// <param name="Folder">Full path of its folder; patterns are relative to it.</param>
/// <param name="MinimumLevel">Findings below it are not shown.</param>
/// <param name="Sections">The global part first, then the others in the order of the file.</param>
internal sealed record ValeConfiguration(string Folder, DiagnosticSeverity MinimumLevel, ImmutableArray<ValeSection> Sections)
{
    /// <summary>
    /// The same as layers of severities: which styles are on comes first, what is said about single rules beats it, and within both a
    /// later section beats an earlier one.
    /// </summary>
    public ImmutableArray<RuleLayer> ToLayers(IReadOnlyList<RuleSet> sets)
    {
        var layers = ImmutableArray.CreateBuilder<RuleLayer>();
        var rules = sets.SelectMany(set => set.Descriptors.Select(rule => (Style: set.Name, Rule: rule))).ToList();
        foreach (var section in Sections.Where(section => section.Styles is not null))
        {
            layers.Add(new RuleLayer(Folder, section.Paths, rules.ToImmutableDictionary(
                pair => pair.Rule.Id,
                pair => new RuleConfiguration(section.Location, Limit(section.Styles!.Contains(pair.Style) ? pair.Rule.DefaultSeverity : DiagnosticSeverity.None), ImmutableDictionary<string, Yaml.YamlNode>.Empty),
                StringComparer.Ordinal)));
        }

        var levels = rules.ToDictionary(pair => pair.Rule.Id, pair => pair.Rule.DefaultSeverity, StringComparer.Ordinal);
        foreach (var section in Sections.Where(section => section.Rules.Count > 0))
        {
            layers.Add(new RuleLayer(Folder, section.Paths, section.Rules.ToImmutableDictionary(
                pair => pair.Key,
                pair => new RuleConfiguration(pair.Value.Location, Limit(pair.Value.Severity ?? levels.GetValueOrDefault(pair.Key, DiagnosticSeverity.Warning)), ImmutableDictionary<string, Yaml.YamlNode>.Empty),
                StringComparer.Ordinal)));
        }

        return layers.ToImmutable();
    }

    private DiagnosticSeverity Limit(DiagnosticSeverity severity) => severity < MinimumLevel ? DiagnosticSeverity.None : severity;
}

/// <summary>One section.</summary>
/// <param name="Location">Where it begins.</param>
/// <param name="Paths">The articles that it is for; empty for all.</param>
/// <param name="Styles">Styles that are on, no others are; null where the section does not say.</param>
/// <param name="Rules">What it says about single rules, by id.</param>
internal sealed record ValeSection(SourceLocation Location, ImmutableArray<Glob> Paths, ImmutableHashSet<string>? Styles, ImmutableDictionary<string, ValeLevel> Rules);

/// <summary>What is said about a rule.</summary>
/// <param name="Location">Where.</param>
/// <param name="Severity">None for NO, null for YES: the level of the rule itself.</param>
internal sealed record ValeLevel(SourceLocation Location, DiagnosticSeverity? Severity);
