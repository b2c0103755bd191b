using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>The cues that each token of an article can be; every word is looked up once, however many finders ask. One instance an article.</summary>
internal sealed class ArticleCues(CueLexicon lexicon, ArticleFacts facts)
{
    private readonly ImmutableArray<Cue>[] _at = new ImmutableArray<Cue>[facts.Tokens.Length];

    /// <summary>The cues that a token can be, or begin; the longest first, empty for most.</summary>
    public ImmutableArray<Cue> At(int token)
    {
        var cues = _at[token];
        return cues.IsDefault ? _at[token] = lexicon.Find(facts.Article.AsSpan(facts.Tokens[token].Span)) : cues;
    }

    /// <summary>The cue of a class that stands at a token, the longest one; null where there is none.</summary>
    public Cue? Find(int token, int end, CueClass wanted)
    {
        foreach (var cue in At(token))
        {
            if (cue.Class == wanted && MatchesRest(cue, token, end))
            {
                return cue;
            }
        }

        return null;
    }

    /// <summary>True where the further words of a cue ("out" of "point out") follow a token.</summary>
    public bool MatchesRest(Cue cue, int token, int end)
    {
        for (var i = 0; i < cue.Rest.Length; i++)
        {
            var next = token + 1 + i;
            if (next >= end || !facts.Article.AsSpan(facts.Tokens[next].Span).Equals(cue.Rest[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for a form of a verb that can introduce what somebody says or thinks.</summary>
    public bool IsSpeech(int token) => CueLexicon.IsSpeech(At(token));

    /// <summary>True for a verb that hands its "to" clause on ("continues to warn"), with the token after it and its particle.</summary>
    public bool IsCarrier(int verb, int end, out int next)
    {
        next = verb + 1;
        if (Find(verb, end, CueClass.Carrier) is not { } cue)
        {
            return false;
        }

        next += cue.Rest.Length;
        return true;
    }
}
