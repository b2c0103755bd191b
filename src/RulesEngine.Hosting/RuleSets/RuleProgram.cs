using System.Collections.Immutable;
using RulesEngine.Hosting.RuleSets.Patterns;
using RulesEngine.Hosting.RuleSets.Rules;
using RulesEngine.Hosting.RuleSets.Scopes;

namespace RulesEngine.Hosting.RuleSets;

/// <summary>The rules of all rule sets of a run, their patterns put together for one pass over the text. Immutable.</summary>
internal sealed class RuleProgram
{
    private RuleProgram(ImmutableArray<Rule> rules, ImmutableArray<ScopeSelector> selectors, ImmutableArray<int> selectorOfRule, ImmutableArray<UnitPatterns> units, ImmutableArray<Pattern> patterns)
    {
        Rules = rules;
        Selectors = selectors;
        SelectorOfRule = selectorOfRule;
        Units = units;
        Patterns = patterns;
    }

    /// <summary>All rules, in the order in which they report.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>The different scopes of the rules; there are few.</summary>
    public ImmutableArray<ScopeSelector> Selectors { get; }

    /// <summary>Index of each rule's scope.</summary>
    public ImmutableArray<int> SelectorOfRule { get; }

    /// <summary>Patterns by what they are looked for in at a time.</summary>
    public ImmutableArray<UnitPatterns> Units { get; }

    /// <summary>All patterns by number.</summary>
    public ImmutableArray<Pattern> Patterns { get; }

    /// <summary>Puts rules together.</summary>
    public static RuleProgram Create(ImmutableArray<Rule> rules)
    {
        var patterns = new List<Pattern>();
        var builders = new List<UnitBuilder>();
        var selectors = new Dictionary<string, int>(StringComparer.Ordinal);
        var scopes = ImmutableArray.CreateBuilder<ScopeSelector>();
        var selectorOfRule = ImmutableArray.CreateBuilder<int>(rules.Length);
        for (var i = 0; i < rules.Length; i++)
        {
            var scope = rules[i].Header.Scope;
            if (!selectors.TryGetValue(scope.Text, out var selector))
            {
                selectors[scope.Text] = selector = selectors.Count;
                scopes.Add(scope);
            }

            selectorOfRule.Add(selector);
            AddPatterns(builders, patterns, i, rules[i]);
        }

        ImmutableArray<Pattern> all = [.. patterns];
        return new RuleProgram(
            rules,
            scopes.ToImmutable(),
            selectorOfRule.ToImmutable(),
            [.. builders.Select(builder => new UnitPatterns(builder.Unit, builder.Region, builder.Index.Build(all)))],
            all);
    }

    private static void AddPatterns(List<UnitBuilder> builders, List<Pattern> patterns, int owner, Rule rule)
    {
        if (rule.Patterns.IsEmpty)
        {
            return;
        }

        var clauses = rule.Header.Scope.Clauses;
        for (var c = 0; c < clauses.Length; c++)
        {
            var clause = clauses[c];
            if (HasUnitBefore(clauses, c))
            {
                continue;
            }

            // The text of an article as a whole is looked at block by block; only what is made of the matches differs.
            var unit = clause.Unit == ScopeUnit.Summary ? ScopeUnit.Block : clause.Unit;
            var region = clause.Unit == ScopeUnit.Region ? clause.UnitRegion : Regions.None;
            var builder = builders.Find(candidate => candidate.Unit == unit && candidate.Region == region);
            if (builder is null)
            {
                builder = new UnitBuilder(unit, region, new PatternIndexBuilder(patterns));
                builders.Add(builder);
            }

            for (var i = 0; i < rule.Patterns.Length; i++)
            {
                var pattern = rule.Patterns[i];
                builder.Index.Add(new PatternSource(owner, i, pattern.Text, pattern.IgnoresCase, pattern.IsWordBounded) { IsForRepetition = pattern.IsForRepetition });
            }
        }
    }

    private static bool HasUnitBefore(ImmutableArray<ScopeClause> clauses, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (clauses[i].Unit == clauses[index].Unit && clauses[i].UnitRegion == clauses[index].UnitRegion)
            {
                return true;
            }
        }

        return false;
    }

    private sealed record UnitBuilder(ScopeUnit Unit, Regions Region, PatternIndexBuilder Index);
}

/// <summary>The patterns that are looked for in one kind of stretch.</summary>
/// <param name="Unit">Blocks, regions or the file.</param>
/// <param name="Region">The kind of region.</param>
/// <param name="Index">The patterns.</param>
internal sealed record UnitPatterns(ScopeUnit Unit, Regions Region, PatternIndex Index);
