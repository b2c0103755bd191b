using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Which attributions of an article can carry a figure, and who speaks where the sentence has only a pronoun. One instance an article.</summary>
internal sealed class Carriers(ArticleFacts facts, SourcingLexicons lexicons)
{
    private const int MostSentencesBack = 6;
    private const int LongestPromise = 10;
    private const int LongestTag = 8;

    // Keeps sentences of many thousand words linear.
    private const int Reach = 200;
    private readonly Dictionary<Attribution, int> _indices = facts.Attributions.Select((attribution, index) => (attribution, index)).ToDictionary(pair => pair.attribution, pair => pair.index);

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
    /// True where the words of a source name nobody and no body: "residents", "some users", "a local". A definite or possessive
    /// description ("the distributor", "her lawyer"), a name in it, or a thing ("the cable") can be found.
    /// </summary>
    public bool IsVague(TextSpan source)
    {
        var first = facts.FindToken(source.Start);
        var isVague = false;
        for (var i = first; i < facts.Tokens.Length && facts.Tokens[i].Start < source.End; i++)
        {
            var tag = facts.Tags[i];
            if ((tag is PennTag.NNP or PennTag.NNPS && i > first) || tag is PennTag.PRPS or PennTag.POS || (i == first && facts.Article.AsSpan(facts.Tokens[i].Span).Equals("the", StringComparison.OrdinalIgnoreCase) && tag is PennTag.DT))
            {
                return false;
            }

            isVague |= lexicons.IsUnnamed(facts.Article.AsSpan(facts.Tokens[i].Span));
        }

        return isVague;
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

    // "to" or "for" between a promise and its figure, a few words at most, no mark.
    private static bool LeadsTo(Pieces pieces, FigureCandidate figure, int from)
    {
        var leads = false;
        for (var i = figure.First - 1; i >= 0 && pieces[i].Start >= from && figure.First - i <= LongestPromise; i--)
        {
            if (pieces.IsKind(i, PieceKind.Mark) && !pieces.IsJoint(i))
            {
                return false;
            }

            leads |= pieces.IsAny(i, "to", "for");
            if (leads && (i == 0 || pieces[i - 1].Start < from))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"A trader who asked not to be named", "two nurses, speaking on condition of anonymity": no name, no office, no house.</summary>
    public bool IsAnonymous(Pieces pieces, Source source)
    {
        var last = facts.FindToken(source.Span.End - 1);
        return source.Kind is SourceKind.Person or SourceKind.Unnamed or SourceKind.Organisation
            && !(source.Kind == SourceKind.Organisation && lexicons.IsHouse(facts.Article.AsSpan(facts.Tokens[last].Span)))
            && IsNameless(source.Span) && HidesNames(pieces);
    }

    /// <summary>The same for a subject of which nothing but the words is known.</summary>
    public bool IsAnonymous(Pieces pieces, TextSpan source)
    {
        for (var i = facts.FindToken(source.Start); i < facts.Tokens.Length && facts.Tokens[i].Start < source.End; i++)
        {
            if (lexicons.IsHouse(facts.Article.AsSpan(facts.Tokens[i].Span)))
            {
                return false;
            }
        }

        return IsNameless(source) && HidesNames(pieces);
    }

    private bool IsNameless(TextSpan source)
    {
        for (var i = facts.FindToken(source.Start); i < facts.Tokens.Length && facts.Tokens[i].Start < source.End; i++)
        {
            if (facts.Tags[i] is PennTag.NNP or PennTag.NNPS or PennTag.PRP)
            {
                return false;
            }
        }

        return true;
    }

    private bool HidesNames(Pieces pieces)
    {
        for (var i = 0; i < Math.Min(pieces.Count, Reach); i++)
        {
            if (lexicons.Anonymity.TryMatch(pieces, i, out _, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for "told Reuters", "told the network": a house that can be found passes on what somebody without a name says.</summary>
    public bool IsToldToOutlet(TextSpan cue)
    {
        var verb = facts.FindToken(cue.Start);
        while (verb < facts.Tokens.Length && facts.Tokens[verb].Start < cue.End && !IsTelling(verb))
        {
            verb++;
        }

        if (!IsTelling(verb) || verb + 2 >= facts.Tokens.Length)
        {
            return false;
        }

        var next = verb + (facts.Tags[verb + 1] is PennTag.DT or PennTag.PRPS ? 2 : 1);
        return lexicons.IsOutlet(facts.Article.AsSpan(facts.Tokens[next].Span)) || (facts.Tags[next] is PennTag.NNP && facts.Tags[verb + 1] is not PennTag.PRPS);
    }

    private bool IsTelling(int token) => token < facts.Tokens.Length && facts.Article.AsSpan(facts.Tokens[token].Span) is "told" or "tells" or "tell";

    /// <summary>
    /// True for a figure after the verb of a speech tag behind a quotation ("…," he said as 40 fans cheered): what follows the tag is
    /// told by the text, unless the speech goes on.
    /// </summary>
    public bool TellsAfterTag(int verb, TextSpan figure) => verb < facts.Tokens.Length && figure.Start > facts.Tokens[verb].Start && IsSpeechTag(verb) && !GoesOn(verb, figure.Start);

    // "…," he said, "but there are dozens"; "…," he said, adding that 40 had fled.
    private bool GoesOn(int verb, int figure)
    {
        for (var i = verb + 1; i < facts.Tokens.Length && facts.Tokens[i].Start < figure; i++)
        {
            if ((facts.Tags[i] is PennTag.VBG && lexicons.IsCue(facts.Article.AsSpan(facts.Tokens[i].Span))) || (facts.Tokens[i].Kind == TokenKind.Punctuation && facts.Article.Text[facts.Tokens[i].Start] is '"' or '“' or '\'' or '‘'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The outermost quotation that holds a span, or null.</summary>
    public Quotation? QuotationAt(TextSpan span)
    {
        int low = 0, high = facts.Quotations.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = facts.Quotations[middle].Span.Start <= span.Start ? (middle + 1, high) : (low, middle);
        }

        // The one that starts last before the figure, or one that it stands in.
        for (var quotation = low > 0 ? facts.Quotations[low - 1] : null; quotation is not null; quotation = quotation.Outer)
        {
            if (quotation.Outer is null)
            {
                return quotation.Span.Contains(span) ? quotation : null;
            }
        }

        return null;
    }

    private bool IsSpeechTag(int verb)
    {
        for (var i = verb - 1; i >= Math.Max(0, verb - LongestTag); i--)
        {
            if (facts.Tokens[i].Kind == TokenKind.Punctuation && facts.Article.Text[facts.Tokens[i].End - 1] is '"' or '”' or '\'' or '’')
            {
                return facts.Tags[i] is not PennTag.POS && (facts.Article.Text[facts.Tokens[i].Start] is not '\'' || facts.Tokens[i].Span.Length > 1 || i > 0 && facts.Tokens[i - 1].Kind == TokenKind.Punctuation);
            }

            if (facts.Tokens[i].Kind == TokenKind.Punctuation && facts.Article.Text[facts.Tokens[i].Start] is not ('.' or ','))
            {
                return false;
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

    private int IndexOf(Attribution attribution) => _indices.GetValueOrDefault(attribution, 0);

    private bool IsPronoun(Source source) => lexicons.IsPronoun(facts.Article.AsSpan(source.Span));
}
