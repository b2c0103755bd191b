using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Sources whom no reader could find: "residents", "a trader who asked not to be named". One instance an article.</summary>
internal sealed class NamelessSources(ArticleFacts facts, SourcingLexicons lexicons)
{
    // Keeps sentences of many thousand words linear.
    private const int Reach = 200;

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

            // "users on X", "residents of Aleppo": where a group is does not name it.
            if (isVague && i > first && tag == PennTag.IN && facts.Tags[i - 1] == PennTag.NNS && facts.Article.AsSpan(facts.Tokens[i].Span) is "on" or "of" or "in" or "near" or "across" or "outside" or "around")
            {
                return true;
            }

            isVague |= lexicons.IsUnnamed(facts.Article.AsSpan(facts.Tokens[i].Span));
        }

        return isVague;
    }

    /// <summary>"Unconfirmed reports", "local media", "whispers": a document or outlet only in form.</summary>
    public bool IsVagueDocument(Pieces pieces, TextSpan source)
    {
        // All of it, so that "police reports" and "the reports of the bank" stay documents.
        for (var i = 0; i < Math.Min(pieces.Count, Reach) && pieces[i].Start <= source.Start; i++)
        {
            if (pieces[i].Start == source.Start)
            {
                return lexicons.VagueDocuments.TryMatch(pieces, i, out _, out var end) && pieces[end - 1].End == source.End;
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
}
