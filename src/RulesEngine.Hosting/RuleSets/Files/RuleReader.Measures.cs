using System.Collections.Immutable;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.RuleSets.Patterns;
using RulesEngine.Hosting.RuleSets.Rules;
using RulesEngine.Hosting.Yaml;

namespace RulesEngine.Hosting.RuleSets.Files;

/// <summary>The extension points that count, measure or look at parts of speech.</summary>
internal sealed partial class RuleReader
{
    private const int MaximumRepeats = 100;

    private CapitalizationRule ReadCapitalization(RuleHeader header)
    {
        var match = file.GetRequired("match", "$sentence");
        var style = file.GetChoice("style", 0, "AP", "Chicago");
        var capitals = match switch
        {
            "$title" => Capitals.Title,
            "$sentence" => Capitals.Sentence,
            "$lower" => Capitals.Lower,
            "$upper" => Capitals.Upper,
            _ => Capitals.Pattern,
        };
        if (capitals == Capitals.Pattern && file.Root["match"] is YamlScalar scalar)
        {
            if (match.StartsWith('$'))
            {
                file.Report(scalar, $"'match' is $title, $sentence, $lower, $upper or a pattern, not '{match}'");
            }

            file.CheckPattern(scalar);
        }

        return new CapitalizationRule(header with { Lines = file.Places }, new CapitalizationOptions(
            capitals,
            match,
            IsChicago: style == 1,
            ReadExceptions(withVocabulary: true),
            [.. file.GetList("indicators").Select(item => item.Value)],
            file.GetNumber("threshold", 0.8),
            file.GetString("prefix") ?? ""));
    }

    private Rule? ReadMeasure(string point, RuleHeader header) => point switch
    {
        "metric" => ReadMetric(header),
        "readability" => ReadReadability(header),
        "sequence" => ReadSequence(header),
        _ => ReadSpelling(header),
    };

    private MetricRule? ReadMetric(RuleHeader header)
    {
        var formula = ReadFormula("formula", "words / sentences", comparison: false);
        var condition = ReadFormula("condition", "\"> 25\"", comparison: true);
        return formula is null || condition is null ? null : new MetricRule(header, formula, condition);
    }

    private Formula? ReadFormula(string key, string example, bool comparison)
    {
        var text = file.GetRequired(key, example);
        if (text.Length == 0)
        {
            return null;
        }

        if (Formula.TryParse(text, comparison, out var formula) is { } problem)
        {
            file.Report(file.Root[key]!, $"'{key}' cannot be calculated: {problem}");
        }

        return formula;
    }

    private ReadabilityRule ReadReadability(RuleHeader header)
    {
        var metrics = file.GetList("metrics");
        foreach (var metric in metrics.Where(metric => !ReadabilityRule.Names.Contains(metric.Value, StringComparer.Ordinal)))
        {
            file.Report(metric, $"there is no metric '{metric.Value}'{NameSuggestion.For(metric.Value, ReadabilityRule.Names)}");
        }

        ImmutableArray<string> names = metrics.IsEmpty ? ReadabilityRule.Names : [.. metrics.Select(metric => metric.Value)];
        return new ReadabilityRule(header, names, file.GetNumber("grade", 0));
    }

    private SequenceRule? ReadSequence(RuleHeader header)
    {
        var steps = ImmutableArray.CreateBuilder<SequenceStep>();
        foreach (var item in (file.Root["tokens"] as YamlSequence)?.Items ?? [])
        {
            if (item is not YamlMapping mapping)
            {
                file.Report(item, "a token of a sequence is a group of keys: 'pattern:' or 'tag:', with 'skip:' and 'negate:'");
                continue;
            }

            ReadSteps(mapping, steps);
        }

        if (steps.All(step => step.IsNegated || !step.IsRequired))
        {
            file.Report(file.Root["tokens"] ?? file.Root, "a sequence needs 'tokens', at least one of them without 'negate'");
            return null;
        }

        var exceptions = file.GetList("exceptions");
        foreach (var exception in exceptions)
        {
            file.CheckPattern(exception);
        }

        return file.Problems.Count > 0
            ? null
            : new SequenceRule(header, steps.ToImmutable(), file.GetBoolean("ignorecase", false), [.. exceptions.Select(exception => exception.Value)]);
    }

    // A token that has to stand several times is several steps.
    private void ReadSteps(YamlMapping mapping, ImmutableArray<SequenceStep>.Builder steps)
    {
        var token = new RuleFile(file.Path, mapping);
        token.CheckKeys("a token of a sequence", ["pattern", "tag", "upos", "skip", "min", "negate", "target"]);
        foreach (var pattern in new[] { token.Root["pattern"], token.Root["tag"] }.OfType<YamlScalar>())
        {
            token.CheckPattern(pattern);
        }

        var tag = token.GetString("tag");
        if (token.GetString("upos") is { } universal)
        {
            tag = UniversalTags.ToPenn(universal);
            if (tag is null)
            {
                token.Report(token.Root["upos"]!, $"there is no universal tag '{universal}'{NameSuggestion.For(universal, UniversalTags.Names)}");
            }
        }

        var step = new SequenceStep(token.GetString("pattern"), tag, token.GetInteger("skip", 0), token.GetBoolean("negate", false)) { IsTarget = token.GetBoolean("target", false) };
        var minimum = token.GetInteger("min", 1);
        if (minimum is < 1 or > MaximumRepeats)
        {
            token.Report(token.Root["min"]!, $"'min' is how often the token has to stand, 1 to {MaximumRepeats}");
        }

        for (var times = Math.Clamp(minimum, 1, MaximumRepeats); times > 0; times--)
        {
            steps.Add(step);
        }

        file.Problems.AddRange(token.Problems);
    }
}
