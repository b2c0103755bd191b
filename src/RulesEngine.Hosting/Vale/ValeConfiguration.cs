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
    /// <summary>What stands around words that are looked for, with <c>%s</c> for them; null for borders of words.</summary>
    public string? WordTemplate { get; init; }

    /// <summary>Endings that are read as another one, both with their dots.</summary>
    public ImmutableDictionary<string, string> Formats { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// The same as layers of severities: which styles are on comes first, what is said about single rules beats it, and within both a
    /// later section beats an earlier one.
    /// </summary>
    /// <param name="sets">The styles that were loaded.</param>
    /// <param name="warn">Takes what is said about rules that do not exist.</param>
    public ImmutableArray<RuleLayer> ToLayers(IReadOnlyList<RuleSet> sets, Action<SourceLocation, string> warn)
    {
        var layers = ImmutableArray.CreateBuilder<RuleLayer>();
        var rules = sets.SelectMany(set => set.Descriptors.Select(rule => (Style: set.Name, Rule: rule))).ToList();
        foreach (var section in Sections.Where(section => section.Styles is not null))
        {
            layers.Add(ToLayer(section, rules.ToImmutableDictionary(
                pair => pair.Rule.Id,
                pair => Set(section.Location, section.Styles!.Contains(pair.Style) ? pair.Rule.DefaultSeverity : DiagnosticSeverity.None),
                StringComparer.Ordinal)));
        }

        foreach (var section in Sections.Where(section => section.Rules.Count > 0))
        {
            layers.Add(ToLayer(section, Resolve(section, rules, warn)));
        }

        return layers.ToImmutable();
    }

    // What is said about a style holds for its rules; what is said about a rule beats it.
    private ImmutableDictionary<string, RuleConfiguration> Resolve(ValeSection section, List<(string Style, DiagnosticDescriptor Rule)> rules, Action<SourceLocation, string> warn)
    {
        var resolved = ImmutableDictionary.CreateBuilder<string, RuleConfiguration>(StringComparer.Ordinal);
        foreach (var (key, level) in section.Rules.OrderBy(pair => pair.Key.Contains('.', StringComparison.Ordinal)).ThenBy(pair => pair.Value.Location.Line))
        {
            var named = rules.FindAll(pair => key.Contains('.', StringComparison.Ordinal) ? pair.Rule.Id == key : pair.Style == key);
            foreach (var (_, rule) in named)
            {
                resolved[rule.Id] = Set(level.Location, level.Severity ?? rule.DefaultSeverity);
            }

            // Of a vocabulary without words Vale makes no rule either.
            if (named.Count == 0 && key is not ("Vale.Avoid" or "Vale.Terms"))
            {
                warn(level.Location, key.Contains('.', StringComparison.Ordinal)
                    ? $"there is no rule '{key}'{NameSuggestion.For(key, rules.Select(pair => pair.Rule.Id))}"
                    : $"there is no style '{key}' with rules{NameSuggestion.For(key, rules.Select(pair => pair.Style))}");
            }
        }

        return resolved.ToImmutable();
    }

    private RuleLayer ToLayer(ValeSection section, ImmutableDictionary<string, RuleConfiguration> rules) => new(Folder, section.Paths, rules) { Formats = Formats };

    private RuleConfiguration Set(SourceLocation location, DiagnosticSeverity severity) => new(location, Limit(severity), ImmutableDictionary<string, Yaml.YamlNode>.Empty);

    private DiagnosticSeverity Limit(DiagnosticSeverity severity) => severity < MinimumLevel ? DiagnosticSeverity.None : severity;
}

/// <summary>One section.</summary>
/// <param name="Location">Where it begins.</param>
/// <param name="Paths">The articles that it is for; empty for all.</param>
/// <param name="Styles">Styles that are on, no others are; null where the section does not say.</param>
/// <param name="Rules">What it says about single rules, by id, and about styles, by name.</param>
internal sealed record ValeSection(SourceLocation Location, ImmutableArray<Glob> Paths, ImmutableHashSet<string>? Styles, ImmutableDictionary<string, ValeLevel> Rules);

/// <summary>What is said about a rule.</summary>
/// <param name="Location">Where.</param>
/// <param name="Severity">None for NO, null for YES: the level of the rule itself.</param>
internal sealed record ValeLevel(SourceLocation Location, DiagnosticSeverity? Severity);
