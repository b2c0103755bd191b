using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Denials;

/// <summary>Finds the denials of an article; one finder serves all rules about denials and each article is read once.</summary>
internal sealed class DenialFinder
{
    private static readonly ConditionalWeakTable<ILexicons, DenialFinder> s_finders = [];

    private readonly ConditionalWeakTable<ArticleFacts, ArticleDenials> _found = [];
    private readonly DenialWords _words;

    private DenialFinder(ILexicons lexicons) => _words = new DenialWords(lexicons);

    /// <summary>The word lists.</summary>
    public DenialWords Words => _words;

    /// <summary>The finder for a set of lexicons.</summary>
    public static DenialFinder For(ILexicons lexicons) => s_finders.GetValue(lexicons, static key => new DenialFinder(key));

    /// <summary>The denials of an article, in the order of the text; one a sentence at most.</summary>
    public ImmutableArray<Denial> Find(ArticleFacts facts) => _found.GetValue(facts, key => new ArticleDenials(Read(key))).Denials;

    private ImmutableArray<Denial> Read(ArticleFacts facts)
    {
        var candidates = new List<Candidate>();
        var hasClaim = false;
        foreach (var sentence in facts.Sentences)
        {
            if (sentence.Block.IsArticleText)
            {
                hasClaim |= Collect(facts, sentence, candidates);
            }
        }

        return candidates.Count == 0 && !hasClaim && facts.Accounts.IsEmpty ? [] : new DenialReader(facts, _words).Read(candidates);
    }

    // True where the sentence speaks of a claim that a statement could answer.
    private bool Collect(ArticleFacts facts, Sentence sentence, List<Candidate> candidates)
    {
        var hasClaim = false;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (_words.Cues.MatchAt(facts, i, sentence.EndToken) is { } cue)
            {
                candidates.Add(new Candidate(sentence, cue, cue.Entry["class"]));
                i += cue.TokenCount - 1;
            }
            else if (_words.Idioms.MatchAt(facts, i, sentence.EndToken) is { } idiom)
            {
                candidates.Add(new Candidate(sentence, idiom, Candidate.Idiom));
                i += idiom.TokenCount - 1;
            }
            else
            {
                hasClaim = hasClaim || (_words.Claims.MatchAt(facts, i, sentence.EndToken) is { } claim && claim.Entry["weak"].Length == 0) || _words.Insisting.MatchAt(facts, i, sentence.EndToken) is not null;
            }
        }

        return hasClaim;
    }

    private sealed record ArticleDenials(ImmutableArray<Denial> Denials);
}

/// <summary>Words that may deny.</summary>
internal sealed record Candidate(Sentence Sentence, PhraseMatch Match, string Class)
{
    /// <summary>Words that call something false.</summary>
    public const string Idiom = "idiom";

    /// <summary>True where the words deny only beside another denial or a claim.</summary>
    public bool IsWeak => Class is "calls" or "excludes" || (Class == Idiom && Match.Entry["weak"].Length > 0);

    /// <summary>Index of the token after the words.</summary>
    public int End => Match.FirstToken + Match.TokenCount;
}
