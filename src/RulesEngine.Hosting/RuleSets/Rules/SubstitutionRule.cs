using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RulesEngine.Hosting.RuleSets.Patterns;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary>What a swap writes.</summary>
/// <param name="Options">Alternatives, best first; may hold <c>$1</c>.</param>
/// <param name="Expected">All of them as the message shows them.</param>
/// <param name="HasGroups">True where an alternative takes over a part of the match.</param>
/// <param name="Accepted">A pattern of the forms that are right already, or null where only the alternatives are: a value may be a pattern where no fix writes it.</param>
internal sealed record SwapTarget(ImmutableArray<string> Options, string Expected, bool HasGroups, string? Accepted = null)
{
    /// <summary>The alternatives as a message shows them: 'large' or 'great'.</summary>
    public static string Show(ImmutableArray<string> options, bool isQuoted)
    {
        var shown = options.Select(option => isQuoted ? $"'{option}'" : option).ToList();
        return shown.Count == 1 ? shown[0] : $"{string.Join(", ", shown.SkipLast(1))} or {shown[^1]}";
    }
}

/// <summary><c>extends: substitution</c>: another word should stand there. Longer keys come first.</summary>
/// <param name="header">What all extension points have in common.</param>
/// <param name="patterns">The keys, in the order in which they are tried.</param>
/// <param name="targets">What each key is swapped for.</param>
/// <param name="exceptions">Matches that are left alone.</param>
/// <param name="capitalizes">True where a capital of the match is kept.</param>
internal sealed class SubstitutionRule(
    RuleHeader header,
    ImmutableArray<RulePattern> patterns,
    ImmutableArray<SwapTarget> targets,
    Exceptions exceptions,
    bool capitalizes) : Rule(header)
{
    private readonly Regex?[] _regexes = new Regex?[patterns.Length];
    private readonly Regex?[] _accepted = new Regex?[patterns.Length];

    /// <inheritdoc/>
    public override ImmutableArray<RulePattern> Patterns => patterns;

    /// <summary>What each pattern is swapped for.</summary>
    public ImmutableArray<SwapTarget> Targets => targets;

    /// <inheritdoc/>
    public override void Evaluate(RuleRun run)
    {
        foreach (var match in run.GetMatches())
        {
            var observed = run.TextOf(match.Span);
            var target = targets[match.Pattern.Group];
            var options = target.Options;
            var expected = target.Expected;
            if (target.HasGroups)
            {
                options = [.. options.Select(option => Fill(match.Pattern, observed, option))];
                expected = Fill(match.Pattern, observed, expected);
            }

            if (capitalizes && char.IsUpper(observed[0]))
            {
                options = [.. options.Select(Capitalize)];
                expected = expected.StartsWith('\'') ? SwapTarget.Show(options, isQuoted: true) : Capitalize(expected);
            }

            if (!options.Contains(observed, StringComparer.Ordinal) && !IsAccepted(match.Pattern.Group, observed) && !exceptions.Match(observed))
            {
                run.Report(match.Span, options, expected, observed);
            }
        }
    }

    private bool IsAccepted(int group, string observed) =>
        targets[group].Accepted is { } pattern
        && (_accepted[group] ??= RegexFactory.Create($"^(?:{pattern})$", RegexFactory.Options(ignoreCase: false), PatternParser.Parse(pattern).HasNestedRepeats)).IsMatch(observed);

    // The match is known; the groups are those of the same pattern over the match alone.
    private string Fill(RulePattern pattern, string observed, string option)
    {
        var regex = _regexes[pattern.Group] ??= RegexFactory.Create(pattern.Text, RegexFactory.Options(pattern.IgnoresCase), isRisky: false);
        return regex.Match(observed) is { Success: true } match ? match.Result(option) : option;
    }

    private static string Capitalize(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
