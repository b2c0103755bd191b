using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary><c>extends: repetition</c>: the same match twice in a row.</summary>
/// <param name="header">What all extension points have in common.</param>
/// <param name="patterns">The tokens.</param>
/// <param name="maximum">Repetitions that pass.</param>
/// <param name="ignoresCase">True where upper and lower case are the same.</param>
/// <param name="lettersOnly">True where only words of letters count (<c>alpha</c>).</param>
/// <param name="exceptions">Matches that are left alone.</param>
internal sealed class RepetitionRule(RuleHeader header, ImmutableArray<RulePattern> patterns, int maximum, bool ignoresCase, bool lettersOnly, Exceptions exceptions) : Rule(header)
{
    /// <inheritdoc/>
    public override ImmutableArray<RulePattern> Patterns => patterns;

    /// <inheritdoc/>
    public override void Evaluate(RuleRun run)
    {
        TextSpan? previous = null;
        var count = 0;
        foreach (var match in run.GetMatches())
        {
            if (previous is { } before && IsRepeated(run.Article, before, match.Span))
            {
                count++;
                if (count > maximum)
                {
                    var text = run.TextOf(match.Span);
                    run.Report(before.Union(match.Span), [text], text);
                    count = 0;
                }
            }
            else
            {
                count = 0;
            }

            previous = match.Span;
        }
    }

    // The end of a sentence or of a block between the two means that the writer meant it.
    private bool IsRepeated(Article article, TextSpan left, TextSpan right)
    {
        var second = article.AsSpan(right);
        return article.AsSpan(left).Equals(second, ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
            && article.AsSpan(new TextSpan(left.End - 1, right.Start)).IndexOfAny('.', '?', '!') < 0
            && article.BlockAt(left.Start) == article.BlockAt(right.Start)
            && (!lettersOnly || IsLetters(second))
            && !exceptions.Match(second);
    }

    private static bool IsLetters(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
            {
                return false;
            }
        }

        return true;
    }
}
