using System.Collections.Immutable;
using System.Text.RegularExpressions;
using RulesEngine.Hosting.RuleSets.Patterns;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary>One place of a sequence. One with neither pattern nor tag stands for the words that may be skipped, and for none itself.</summary>
/// <param name="Pattern">What the token is, or null for any.</param>
/// <param name="Tag">What is in its Penn tag (a pattern: <c>NN</c> is NNS too), or null for any.</param>
/// <param name="Skip">Tokens that may stand between it and its neighbour on the side of the anchor.</param>
/// <param name="IsNegated">True where a token stands there that is not so.</param>
internal sealed record SequenceStep(string? Pattern, string? Tag, int Skip, bool IsNegated)
{
    /// <summary>True where the finding is this token, not the whole sequence.</summary>
    public bool IsTarget { get; init; }

    /// <summary>True for a place that a token fills.</summary>
    public bool IsRequired => Pattern is not null || Tag is not null;
}

/// <summary>
/// <c>extends: sequence</c>: tokens of certain kinds after each other in a sentence. As in Vale the first step with a pattern is the
/// anchor (without one, the first with a tag); from it the steps before and behind are tried outwards, each at the nearest token that
/// fits, and the finding reaches over every token that was looked at.
/// </summary>
internal sealed class SequenceRule : Rule
{
    private readonly ImmutableArray<SequenceStep> _steps;
    private readonly ImmutableArray<Regex> _exceptions;
    private readonly Regex?[] _patterns;
    private readonly bool[,] _tags;
    private readonly int _anchor;

    /// <summary>Makes the rule of steps that are valid, one of them neither negated nor empty.</summary>
    /// <param name="header">What all extension points have in common.</param>
    /// <param name="steps">In the order of the text.</param>
    /// <param name="ignoresCase">True where upper and lower case are the same.</param>
    /// <param name="exceptions">Patterns over the sentence; a sequence that begins in a match of one is left alone.</param>
    public SequenceRule(RuleHeader header, ImmutableArray<SequenceStep> steps, bool ignoresCase, ImmutableArray<string> exceptions)
        : base(header)
    {
        _steps = steps;
        _exceptions = [.. exceptions.Select(pattern => RegexFactory.Create(pattern, RegexFactory.Options(ignoreCase: false), PatternParser.Parse(pattern).HasNestedRepeats))];
        _patterns = [.. steps.Select(step => step.Pattern is { } pattern ? MakeWhole(pattern, ignoresCase) : null)];
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

        _anchor = FindAnchor(steps);
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

    private static int FindAnchor(ImmutableArray<SequenceStep> steps)
    {
        var tagged = -1;
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            tagged = !steps[i].IsNegated && steps[i].Tag is not null ? i : tagged;
        }

        for (var i = 0; i < steps.Length; i++)
        {
            if (!steps[i].IsNegated && steps[i].Pattern is not null)
            {
                return i;
            }
        }

        return tagged;
    }

    private void EvaluateSpan(RuleRun run, TextSpan span)
    {
        var facts = run.Facts;
        for (var at = facts.FindToken(span.Start); at < facts.Tokens.Length && facts.Tokens[at].Start < span.End; at++)
        {
            run.Check();
            if (Fits(facts, _anchor, at) && facts.SentenceAt(facts.Tokens[at].Start) is { } sentence)
            {
                var walk = new Walk(facts, sentence, at);
                if (GoLeft(ref walk) && GoRight(ref walk) && !IsException(run, sentence, facts.Tokens[walk.First].Start))
                {
                    Report(run, walk);
                }
            }
        }
    }

    private static void Report(RuleRun run, in Walk walk)
    {
        var facts = run.Facts;
        var (first, last) = walk.TargetFirst < 0 ? (walk.First, walk.Last) : (walk.TargetFirst, walk.TargetLast);
        var words = new string[walk.Last - walk.First + 1];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = run.TextOf(facts.Tokens[walk.First + i].Span);
        }

        run.Report(facts.Tokens[first].Span.Union(facts.Tokens[last].Span), [], words);
    }

    private bool GoLeft(ref Walk walk)
    {
        walk.Use(walk.Anchor, _steps[_anchor].IsTarget);
        var token = walk.Anchor - 1;
        for (var step = _anchor - 1; step >= 0; step--)
        {
            if (!Take(ref walk, step, ref token, -1))
            {
                return false;
            }
        }

        return true;
    }

    private bool GoRight(ref Walk walk)
    {
        var token = walk.Anchor + 1;
        for (var step = _anchor + 1; step < _steps.Length; step++)
        {
            if (!Take(ref walk, step, ref token, 1))
            {
                return false;
            }
        }

        return true;
    }

    // The nearest token that fits, over as many as may be skipped. Beyond the sentence a negated step holds: what is not to stand there does not.
    private bool Take(ref Walk walk, int step, ref int token, int direction)
    {
        var rest = _steps[step].Skip + (_steps[step].IsRequired ? 1 : 0);
        for (; rest > 0; rest--)
        {
            if (!walk.IsInSentence(token))
            {
                return !_steps[step].IsRequired || _steps[step].IsNegated;
            }

            var fits = Fits(walk.Facts, step, token) != _steps[step].IsNegated;
            walk.Use(token, _steps[step].IsTarget && fits);
            token += direction;
            if (fits && _steps[step].IsRequired)
            {
                return true;
            }
        }

        return !_steps[step].IsRequired;
    }

    private bool IsException(RuleRun run, Sentence sentence, int start)
    {
        foreach (var exception in _exceptions)
        {
            foreach (var match in exception.EnumerateMatches(run.Article.AsSpan(sentence.Span)))
            {
                if (start >= sentence.Span.Start + match.Index && start < sentence.Span.Start + match.Index + match.Length)
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

    private static Regex MakeWhole(string pattern, bool ignoreCase) => Make($"^(?:{pattern})$", ignoreCase);

    private static Regex Make(string pattern, bool ignoreCase) =>
        RegexFactory.Create(pattern, RegexFactory.Options(ignoreCase), PatternParser.Parse(pattern).HasNestedRepeats);

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

    // What was looked at around one anchor.
    private struct Walk(ArticleFacts facts, Sentence sentence, int anchor)
    {
        public readonly ArticleFacts Facts => facts;

        public int Anchor { get; } = anchor;

        public int First { get; private set; } = anchor;

        public int Last { get; private set; } = anchor;

        public int TargetFirst { get; private set; } = -1;

        public int TargetLast { get; private set; } = -1;

        public readonly bool IsInSentence(int token) => token < sentence.EndToken && token >= sentence.FirstToken;

        public void Use(int token, bool isTarget)
        {
            First = Math.Min(First, token);
            Last = Math.Max(Last, token);
            if (isTarget)
            {
                TargetFirst = TargetFirst < 0 ? token : Math.Min(TargetFirst, token);
                TargetLast = Math.Max(TargetLast, token);
            }
        }
    }
}
