using System.Collections.Immutable;
using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Which attributions of an article can carry a figure, and who speaks where the sentence has only a pronoun. One instance an article.</summary>
internal sealed class Carriers(ArticleFacts facts, SourcingLexicons lexicons)
{
    private const int MostSentencesBack = 6;
    private const int LongestPromise = 10;
    private readonly Dictionary<Attribution, int> _indices = IndicesOf(facts.Attributions);

    /// <summary>Who among them is nobody whom a reader could find.</summary>
    public NamelessSources Nameless { get; } = new(facts, lexicons);

    /// <summary>Where quotations and their tags end.</summary>
    public SpeechTags Tags { get; } = new(facts, lexicons);

    /// <summary>True where the source vouches for what it says: not for wishes, plans, denials and what would be.</summary>
    public bool Vouches(Attribution attribution)
    {
        if (attribution.Stance is Stance.Declines or Stance.Denies)
        {
            return false;
        }

        var states = false;
        for (var i = facts.FindToken(attribution.Cue.Start); i < facts.Tokens.Length && facts.Tokens[i].Start < attribution.Cue.End; i++)
        {
            var word = facts.Article.AsSpan(facts.Tokens[i].Span);
            if (facts.Tags[i] == PennTag.MD && !word.Equals("can", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            states |= lexicons.IsCue(word);
        }

        return states && !TakesResponsibility(attribution.Cue.End);
    }

    /// <summary>True where the cue states or finds: it carries every figure of its clause.</summary>
    public bool StatesPlainly(Attribution attribution)
    {
        for (var i = facts.FindToken(attribution.Cue.Start); i < facts.Tokens.Length && facts.Tokens[i].Start < attribution.Cue.End; i++)
        {
            if (lexicons.IsPlainCue(facts.Article.AsSpan(facts.Tokens[i].Span)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True where the source promises, asks for or orders the figure itself: "vows to impose a 35 percent tax", "called for 20,000
    /// troops". What an aside behind a comma or a dash adds is the text's own.
    /// </summary>
    public bool Promises(Attribution attribution, Pieces pieces, FigureCandidate figure)
    {
        var isDeed = false;
        for (var i = facts.FindToken(attribution.Cue.Start); i < facts.Tokens.Length && facts.Tokens[i].Start < attribution.Cue.End; i++)
        {
            isDeed |= lexicons.IsDeed(facts.Article.AsSpan(facts.Tokens[i].Span));
        }

        return isDeed && attribution.Stance is not (Stance.Declines or Stance.Denies) && LeadsTo(pieces, figure, attribution.Cue.End);
    }

    // "to" or "for" between a promise and its figure, a few words at most, no mark; or nothing: "sought 2,300 crore".
    private static bool LeadsTo(Pieces pieces, FigureCandidate figure, int from)
    {
        if (figure.Kind == FigureKind.Money && figure.First > 0 && pieces[figure.First - 1].End == from)
        {
            return true;
        }

        var leads = false;
        for (var i = figure.First - 1; i >= 0 && pieces[i].Start >= from && figure.First - i <= LongestPromise; i--)
        {
            if (pieces.IsKind(i, PieceKind.Mark) && !pieces.IsJoint(i))
            {
                return false;
            }

            leads |= pieces.IsAny(i, "to for");
            if (leads && (i == 0 || pieces[i - 1].Start < from))
            {
                return true;
            }
        }

        return false;
    }

    // "claimed responsibility for the bombing that killed 12": what is claimed is the deed, not the number.
    private bool TakesResponsibility(int cueEnd)
    {
        var next = facts.FindToken(cueEnd);
        return next < facts.Tokens.Length && facts.Article.AsSpan(facts.Tokens[next].Span) is "responsibility" or "credit" or "victory";
    }

    /// <summary>
    /// The attribution that names who speaks: the one given, or for a pronoun that nothing resolved the last one before it that
    /// names somebody; null where the speaker is not identified.
    /// </summary>
    public Attribution? GetNamed(Attribution attribution)
    {
        if (attribution.Source is null or { IsIdentifiable: true })
        {
            return attribution.Source is null ? null : attribution;
        }

        if (!IsPronoun(attribution.Source))
        {
            return null;
        }

        for (var i = IndexOf(attribution) - 1; i >= 0; i--)
        {
            var earlier = facts.Attributions[i];
            if (attribution.Sentence.Index - earlier.Sentence.Index > MostSentencesBack)
            {
                return null;
            }

            if (earlier.Source is { } source && !IsPronoun(source))
            {
                return source.IsIdentifiable ? earlier : null;
            }
        }

        return null;
    }

    private static Dictionary<Attribution, int> IndicesOf(ImmutableArray<Attribution> attributions)
    {
        var indices = new Dictionary<Attribution, int>(attributions.Length, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < attributions.Length; i++)
        {
            indices[attributions[i]] = i;
        }

        return indices;
    }

    private int IndexOf(Attribution attribution) => _indices.GetValueOrDefault(attribution, 0);

    private bool IsPronoun(Source source) => lexicons.IsPronoun(facts.Article.AsSpan(source.Span));
}
