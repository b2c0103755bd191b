using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using RulesEngine.Plugins.Sourcing.Origins;
using RulesEngine.Plugins.Sourcing.Voices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Denials;

/// <summary>Sets the official denials of an article against its claim.</summary>
internal sealed class DenialAccounts
{
    private static readonly ConditionalWeakTable<ILexicons, DenialAccounts> s_all = [];

    private readonly DenialFinder _finder;
    private readonly PhraseMatcher _scopes;
    private readonly PhraseMatcher _speech;
    private readonly OriginWords _origins;

    private DenialAccounts(ILexicons lexicons)
    {
        _finder = DenialFinder.For(lexicons);
        _scopes = PhraseMatcher.Create(lexicons["denial-scopes"]);
        _speech = _finder.Words.Voices.Speech;
        _origins = OriginWords.For(lexicons);
    }

    /// <summary>One for a set of lexicons: the rules about denials share their word lists.</summary>
    public static DenialAccounts For(ILexicons lexicons) => s_all.GetValue(lexicons, static key => new DenialAccounts(key));

    /// <summary>The official denials, in the order of the text.</summary>
    public ImmutableArray<DenialAccount> Find(ArticleFacts facts)
    {
        var denials = _finder.Find(facts).RemoveAll(denial => !denial.Denier.IsOfficial);
        if (denials.IsEmpty)
        {
            return [];
        }

        var (claim, claimDate) = ClaimOf(facts, denials);
        var words = StoryWords(facts, claim);
        return [.. denials.Select(denial => Describe(facts, denial, claim, claimDate, words))];
    }

    private DenialAccount Describe(ArticleFacts facts, Denial denial, Sentence? claim, TimeExpression? claimDate, HashSet<string> words)
    {
        var target = Target(facts, denial);
        return new DenialAccount(denial, target, DateOf(facts, denial), claim, claimDate, ScopeOf(facts, denial, target, words));
    }

    // What follows the denying words in their clause; what stands before them where nothing does ("these reports are false"); the
    // whole clause of a plain negation.
    private static TextSpan Target(ArticleFacts facts, Denial denial)
    {
        var text = facts.Article.Text;
        if (new Reading(facts).IsAny(facts.FindToken(denial.Cue.Start), "not n't no never neither nobody"))
        {
            return denial.Span;
        }

        if (denial.Cue.End < denial.Span.End && text[denial.Cue.End] == ' ')
        {
            return new TextSpan(denial.Cue.End + 1, denial.Span.End);
        }

        var end = denial.Cue.Start;
        while (end > denial.Span.Start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end > denial.Span.Start ? new TextSpan(denial.Span.Start, end) : denial.Span;
    }

    // The day beside the denying words or the verb of speech; where the sentence has none, that of the sentence that names the denier
    // ("The army put out a statement on July 14. It denied …").
    private TimeExpression? DateOf(ArticleFacts facts, Denial denial)
    {
        TimeExpression? nearest = null;
        var naming = facts.SentenceAt(denial.Denier.Span.Start);
        TimeExpression? ofNaming = null;
        foreach (var time in facts.Times)
        {
            if (!IsDay(time) || Quotes.IsInside(facts.Article, time.Sentence.Block, time.Span.Start))
            {
                continue;
            }

            if (time.Sentence.Index == denial.Sentence.Index)
            {
                nearest = IsOfDenying(facts, time, denial) && (nearest is null || Distance(time, denial) < Distance(nearest, denial)) ? time : nearest;
            }
            else if (naming is not null && time.Sentence.Index == naming.Index && IsContinued(naming, denial.Sentence))
            {
                ofNaming ??= time;
            }
        }

        return nearest ?? ofNaming;
    }

    // The next sentence of the paragraph, or the one after.
    private static bool IsContinued(Sentence naming, Sentence denying) =>
        denying.Index - naming.Index is 1 or 2 && ReferenceEquals(naming.Block, denying.Block);

    private bool IsOfDenying(ArticleFacts facts, TimeExpression time, Denial denial)
    {
        if (time.Span.Start < denial.Cue.End || time.Span.Start - denial.Cue.End <= "on ".Length + 1)
        {
            return true;
        }

        var token = facts.FindToken(time.Span.Start);
        for (var i = token - 1; i >= denial.Sentence.FirstToken && i >= token - 3; i--)
        {
            if (_speech.MatchAt(facts, i, token) is not null && facts.Tags[i] is PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.VBN)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDay(TimeExpression time) => time.First is not null && time.Kind is not (TimeKind.Year or TimeKind.Month);

    private static int Distance(TimeExpression time, Denial denial) =>
        time.Span.Start >= denial.Cue.End ? time.Span.Start - denial.Cue.End : Math.Max(0, denial.Cue.Start - time.Span.End);

    // A dated sentence that says where the claim began; else one in which an account brings it up, or that goes on about its post.
    private (Sentence? Claim, TimeExpression? Date) ClaimOf(ArticleFacts facts, ImmutableArray<Denial> denials)
    {
        (Sentence?, TimeExpression?) second = (null, null);
        var reading = new Reading(facts);
        foreach (var time in facts.Times)
        {
            var sentence = time.Sentence;
            if (!IsDay(time) || !sentence.Block.IsArticleText || denials.Any(denial => denial.Sentence.Index == sentence.Index))
            {
                continue;
            }

            if (reading.FirstMatch(_origins.Origins, sentence.FirstToken, sentence.EndToken) is not null)
            {
                return (sentence, time);
            }

            if (second.Item1 is null && (IsPosted(facts, sentence) || FollowsPost(facts, sentence)))
            {
                second = (sentence, time);
            }
        }

        return second.Item1 is null ? (UndatedClaim(facts, denials), null) : second;
    }

    // "A channel claimed that the general was dead. The post went up on July 17."
    private bool FollowsPost(ArticleFacts facts, Sentence sentence) =>
        sentence.Index > 0
        && facts.Sentences[sentence.Index - 1] is { } before
        && ReferenceEquals(before.Block, sentence.Block)
        && IsPosted(facts, before)
        && new Reading(facts).FirstMatch(_origins.Verbs, sentence.FirstToken, sentence.EndToken) is not null;

    private static bool IsPosted(ArticleFacts facts, Sentence sentence)
    {
        foreach (var account in facts.Accounts)
        {
            if (account.Sentence.Index == sentence.Index && account.Role == AccountRole.Posting)
            {
                return true;
            }
        }

        return false;
    }

    private Sentence? UndatedClaim(ArticleFacts facts, ImmutableArray<Denial> denials)
    {
        var reading = new Reading(facts);
        return facts.Sentences.FirstOrDefault(sentence =>
            sentence.Block.IsArticleText
            && sentence.Index < denials[0].Sentence.Index
            && reading.FirstMatch(_origins.Rumours, sentence.FirstToken, sentence.EndToken) is not null);
    }

    private string ScopeOf(ArticleFacts facts, Denial denial, TextSpan target, HashSet<string> words)
    {
        var sentence = denial.Sentence;
        if (new Reading(facts).FirstMatch(_scopes, sentence.FirstToken, sentence.EndToken) is not null)
        {
            return "partial";
        }

        var own = 0;
        foreach (var word in ContentWords(facts, facts.FindToken(target.Start), facts.FindToken(target.End - 1) + 1))
        {
            if (words.Contains(word))
            {
                return "full";
            }

            own++;
        }

        // One word more than "the claims" says what is denied.
        return own > 2 && sentence.Block.Kind != BlockKind.Headline ? "other" : "full";
    }

    // What the story is about: headline, dek, lede, and the sentence of the claim.
    private static HashSet<string> StoryWords(ArticleFacts facts, Sentence? claim)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var lede = facts.Article.Lede;
        foreach (var sentence in facts.Sentences)
        {
            if (sentence == claim || sentence.Block == lede || sentence.Block.Kind is BlockKind.Headline or BlockKind.Dek)
            {
                words.UnionWith(ContentWords(facts, sentence.FirstToken, sentence.EndToken));
            }
        }

        return words;
    }

    private static IEnumerable<string> ContentWords(ArticleFacts facts, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (facts.Tokens[i].Kind == TokenKind.Word && facts.Tokens[i].Length > 3 && facts.Tags[i] is PennTag.NN or PennTag.NNS or PennTag.NNP or PennTag.NNPS or PennTag.VB or PennTag.VBD or PennTag.VBN or PennTag.VBG or PennTag.JJ)
            {
                yield return facts.GetLemma(i).ToLowerInvariant();
            }
        }
    }
}
