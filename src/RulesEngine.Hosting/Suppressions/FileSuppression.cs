using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Suppressions;

/// <summary>One entry of a file of suppressions: findings of a rule that somebody has looked at and let stand.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Paths">Which articles, relative to the folder of the file.</param>
/// <param name="Text">The text that the finding covers, compared without regard to case and white space; null for any.</param>
/// <param name="Fingerprint">The finding's fingerprint, as json gives it; null for any.</param>
/// <param name="Reason">Why.</param>
/// <param name="Location">Where the entry stands.</param>
internal sealed record FileSuppression(string Rule, Glob Paths, string? Text, string? Fingerprint, string Reason, SourceLocation Location)
{
    /// <summary>True where the entry silences a finding of an article that its paths name.</summary>
    public bool Covers(Article article, Diagnostic diagnostic) =>
        diagnostic.Descriptor.Id == Rule
        && (Text is null || IsSameText(article.AsSpan(diagnostic.Span), Text))
        && (Fingerprint is null || Core.Analysis.Fingerprint.Of(article, diagnostic) == Fingerprint);

    private static bool IsSameText(ReadOnlySpan<char> found, ReadOnlySpan<char> wanted)
    {
        var (i, j) = (0, 0);
        while (true)
        {
            var (foundBlank, wantedBlank) = (SkipBlanks(found, ref i), SkipBlanks(wanted, ref j));
            if (i == found.Length || j == wanted.Length)
            {
                return i == found.Length && j == wanted.Length;
            }

            if ((foundBlank != wantedBlank && i > 0 && j > 0) || char.ToUpperInvariant(found[i++]) != char.ToUpperInvariant(wanted[j++]))
            {
                return false;
            }
        }
    }

    private static bool SkipBlanks(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at > start && start > 0;
    }
}
