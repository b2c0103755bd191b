using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>Finds loaded comparisons with history in an article: at most one a sentence. Immutable; one serves all articles.</summary>
internal sealed class AnalogyFinder
{
    private readonly PhraseMatcher _cueWords;
    private readonly Dictionary<LexiconEntry, Cue> _cues;
    private readonly ReferentFinder _referents;
    private readonly FollowingReferent _following;
    private readonly PrecedingReferent _preceding;
    private readonly Superlative _superlative;
    private readonly BareReferent _bare;
    private readonly UnlistedReferent _unlisted;
    private readonly UnlistedName _name;
    private readonly KnownEcho _echo;
    private readonly YearEcho _yearEcho;
    private readonly LeaningReferent _leaning;
    private readonly LoadedWords _loaded;
    private readonly Coinage _coinage;

    /// <exception cref="FormatException">A line of a lexicon cannot be used; the message names it and what to write.</exception>
    public AnalogyFinder(ILexicons lexicons)
    {
        var cues = lexicons["comparison-cues"];
        var loaded = _loaded = new LoadedWords(lexicons);
        _cueWords = PhraseMatcher.Create(cues, aliasColumn: "forms");
        _cues = cues.Entries.ToDictionary(entry => entry, Cue.Read);
        _referents = new ReferentFinder(lexicons, loaded);
        _following = new FollowingReferent(_referents, loaded);
        _preceding = new PrecedingReferent(_referents, loaded);
        _superlative = new Superlative(_referents, loaded);
        _bare = new BareReferent(_referents, _following, loaded);
        _unlisted = new UnlistedReferent(loaded);
        _name = new UnlistedName(loaded);
        _echo = new KnownEcho(loaded);
        _yearEcho = new YearEcho(loaded);
        _leaning = new LeaningReferent(_referents, loaded);
        _coinage = new Coinage(lexicons);
    }

    /// <summary>The analogies of an article, in the order of the text, and every mention of a listed event.</summary>
    public (List<Analogy> Analogies, List<Referent> Mentions) Find(ArticleFacts facts, CancellationToken cancellationToken)
    {
        var analogies = new List<Analogy>();
        var mentions = new List<Referent>();
        var article = new ArticleState(facts, _referents, _loaded);
        foreach (var sentence in facts.Sentences)
        {
            if (!sentence.Block.IsArticleText || sentence.Block.Kind == BlockKind.Byline)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            var words = new SentenceWords(facts, sentence);
            article.Referents.Clear();
            _referents.Find(words, article.Referents);
            mentions.AddRange(article.Referents);
            var found = FindIn(words, article);
            if (article.Carried.EndSentence(words, article.Referents, found is not null, article.Cues.Exists(cue => cue.Cue.Pattern == CuePattern.Carried)) is { } announced)
            {
                analogies.Add(announced);
            }

            if (found is { } analogy)
            {
                analogies.Add(analogy with { First = StartOf(words, analogy.First) });
            }
        }

        return (analogies, mentions);
    }

    // An article belongs to the comparison; the comma of ", a reference to" does not.
    private static int StartOf(SentenceWords words, int first) =>
        words.Is(first, ",") ? first + 1
        : words.IsAny(first - 1, "a an the") ? first - 1
        : first;

    private Analogy? FindIn(SentenceWords words, ArticleState article)
    {
        var cues = article.Cues;
        FindCues(words, cues);
        foreach (var cue in cues)
        {
            if (FindListed(words, cue, article.Referents) is { } analogy)
            {
                return analogy;
            }
        }

        foreach (var referent in article.Referents)
        {
            if (_bare.Find(words, referent) is { } analogy)
            {
                return analogy;
            }
        }

        foreach (var cue in cues)
        {
            if ((_unlisted.Find(words, cue, article.Referents) ?? FindName(words, cue, article) ?? FindEcho(words, cue, article) ?? article.Carried.Find(words, cue, article.Referents)) is { } analogy)
            {
                return analogy;
            }
        }

        return _unlisted.FindCountedDate(words) ?? _yearEcho.FindByword(words, article.Referents, article.History) ?? _leaning.Find(words, cues, article.Referents) ?? _coinage.Find(words, article.Coinages);
    }

    private Analogy? FindListed(SentenceWords words, FoundCue cue, List<Referent> referents) => cue.Cue.Pattern switch
    {
        CuePattern.Grave or CuePattern.Plain => _superlative.Find(words, cue, referents),
        CuePattern.Suffix or CuePattern.Revival or CuePattern.Manner or CuePattern.Legacy or CuePattern.Once => _preceding.Find(words, cue, referents),
        CuePattern.Ending or CuePattern.Stem or CuePattern.Carried or CuePattern.Lean => null,
        _ => referents.Count > 0 ? _following.Find(words, cue, referents) : null,
    };

    private Analogy? FindName(SentenceWords words, FoundCue cue, ArticleState article) =>
        UnlistedReferent.IsListed(cue, article.Referents) ? null : _name.Find(words, cue, article.History);

    private Analogy? FindEcho(SentenceWords words, FoundCue cue, ArticleState article) =>
        (KnownEcho.IsPlace(words, cue) ? _echo.Find(words, cue, article.History) : null) ?? _yearEcho.Find(words, cue, article.Referents, article.History);

    private void FindCues(SentenceWords words, List<FoundCue> into)
    {
        into.Clear();
        for (var i = words.First; i < words.End; i++)
        {
            // "A New York Times poll" is not a new anything.
            if (_cueWords.MatchAt(words.Facts, i, words.End) is { } match && !(match.TokenCount > 1 && !words.IsTitle && words.Is(i + match.TokenCount - 1, "new") && words.IsCapitalised(i + match.TokenCount - 1)))
            {
                into.Add(new FoundCue(_cues[match.Entry], i, i + match.TokenCount));
            }
        }
    }

    /// <summary>What the search remembers while it walks one article.</summary>
    private sealed class ArticleState(ArticleFacts facts, ReferentFinder referents, LoadedWords loaded)
    {
        public List<Referent> Referents { get; } = [];

        public List<FoundCue> Cues { get; } = [];

        /// <summary>Each coinage is reported where it stands first.</summary>
        public HashSet<string> Coinages { get; } = new(StringComparer.Ordinal);

        public CarriedComparison Carried { get; } = new(referents, loaded);

        /// <summary>Most articles lean on nothing: the whole is read when a first cue asks.</summary>
        public Lazy<ArticleHistory> History { get; } = new(() => ArticleHistory.Read(facts, referents, loaded), LazyThreadSafetyMode.None);
    }
}
