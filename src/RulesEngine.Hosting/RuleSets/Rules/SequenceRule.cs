using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RulesEngine.Hosting.RuleSets.Patterns;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary>One place of a sequence.</summary>
/// <param name="Pattern">What the token is, or null for any.</param>
/// <param name="Tag">What its Penn tag is (a pattern: <c>NN|NNS</c>), or null for any.</param>
/// <param name="Skip">Tokens that may stand before it.</param>
/// <param name="IsNegated">True where a token stands there that is not so.</param>
internal sealed record SequenceStep(string? Pattern, string? Tag, int Skip, bool IsNegated);

/// <summary><c>extends: sequence</c>: tokens of certain kinds after each other in a sentence.</summary>
internal sealed class SequenceRule : Rule
{
    private readonly ImmutableArray<SequenceStep> _steps;
    private readonly Regex?[] _patterns;
    private readonly bool[,] _tags;

    /// <summary>Makes the rule of steps that are valid.</summary>
    public SequenceRule(RuleHeader header, ImmutableArray<SequenceStep> steps, bool ignoresCase)
        : base(header)
    {
        _steps = steps;
        _patterns = [.. steps.Select(step => step.Pattern is null ? null : Make(step.Pattern, ignoresCase))];
        var tags = Enum.GetValues<PennTag>();
        _tags = new bool[steps.Length, tags.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            var regex = steps[i].Tag is { } tag ? Make(tag, ignoreCase: false) : null;
            foreach (var candidate in tags)
            {
                _tags[i, (int)candidate] = regex?.IsMatch(PennName(candidate)) ?? true;
            }
        }
    }

    /// <inheritdoc/>
    public override void Evaluate(RuleRun run)
    {
        foreach (var unit in run.GetUnits())
        {
            foreach (var span in unit.Spans)
            {
                EvaluateSpan(run, span);
            }
        }
    }

    private void EvaluateSpan(RuleRun run, TextSpan span)
    {
        var facts = run.Facts;
        for (var start = facts.FindToken(span.Start); start < facts.Tokens.Length && facts.Tokens[start].Start < span.End; start++)
        {
            var found = new int[_steps.Length];
            if (facts.SentenceAt(facts.Tokens[start].Start) is not { } sentence || !Match(facts, 0, start, sentence.EndToken, found))
            {
                continue;
            }

            var (first, last) = Ends(found);
            run.Report(facts.Tokens[first].Span.Union(facts.Tokens[last].Span), [], [.. found.Select(token => token < 0 ? "" : run.TextOf(facts.Tokens[token].Span))]);
            start = last;
        }
    }

    // The first step stands exactly at the start; a later one may skip tokens.
    private bool Match(ArticleFacts facts, int step, int token, int end, int[] found)
    {
        if (step == _steps.Length)
        {
            return true;
        }

        var last = step == 0 ? token : token + _steps[step].Skip;
        for (var at = token; at <= last; at++)
        {
            // At the end of a sentence a negated step holds: what is not to stand there does not.
            if (at >= end)
            {
                found[step] = -1;
                return _steps[step].IsNegated && Match(facts, step + 1, at, end, found);
            }

            if (Fits(facts, step, at) != _steps[step].IsNegated)
            {
                found[step] = at;
                if (Match(facts, step + 1, at + 1, end, found))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool Fits(ArticleFacts facts, int step, int token) =>
        _patterns[step]?.IsMatch(facts.Article.AsSpan(facts.Tokens[token].Span)) != false
        && (_steps[step].Tag is null || _tags[step, (int)facts.Tags[token]]);

    private (int First, int Last) Ends(int[] found)
    {
        var shown = found.Where((token, step) => token >= 0 && !_steps[step].IsNegated).ToList();
        return (shown.Min(), shown.Max());
    }

    private static Regex Make(string pattern, bool ignoreCase) =>
        RegexFactory.Create($"^(?:{pattern})$", RegexFactory.Options(ignoreCase), PatternParser.Parse(pattern).HasNestedRepeats);

    private static string PennName(PennTag tag) => tag switch
    {
        PennTag.PRPS => "PRP$",
        PennTag.WPS => "WP$",
        PennTag.Comma => ",",
        PennTag.Period => ".",
        PennTag.Colon => ":",
        PennTag.OpenQuote => "``",
        PennTag.CloseQuote => "''",
        PennTag.Dollar => "$",
        PennTag.LeftBracket => "(",
        PennTag.RightBracket => ")",
        _ => tag.ToString(),
    };
}
