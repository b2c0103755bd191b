using System.Collections.Immutable;
using RulesEngine.Core.Language;
using RulesEngine.Sdk;
using static System.Runtime.InteropServices.ImmutableCollectionsMarshal;

namespace RulesEngine.Core.Facts;

/// <summary>Makes the facts of articles. One engine serves a run; its word lists are read when they are first needed.</summary>
public sealed class FactsEngine
{
    private const string WarmUpText =
        "“At least 1,200 people have left,” the minister told reporters on Monday, denying what @example had posted on X on 3 May. "
        + "According to the ministry, about 40% of the $2.5m was spent; critics say nobody knows how many went, and that she isn't aware of it.";

    private readonly Lazy<CueLexicon> _cues;
    private readonly Lazy<QuotationFinder> _quotations;
    private readonly Lazy<AttributionFinder> _attributions;
    private readonly Lazy<FigureFinder> _figures;
    private readonly Lazy<AccountFinder> _accounts;
    private readonly Lazy<TimeFinder> _times;

    /// <param name="lexicons">The engine's word lists, as configured.</param>
    public FactsEngine(ILexicons lexicons)
    {
        _cues = new(() => CueLexicon.Create(lexicons));
        _quotations = new(() => new QuotationFinder(lexicons, _cues.Value));
        _attributions = new(() => new AttributionFinder(lexicons, _cues.Value));
        _figures = new(() => new FigureFinder(lexicons));
        _accounts = new(() => new AccountFinder(lexicons));
        _times = new(() => new TimeFinder(lexicons));
    }

    /// <summary>The facts of an article; nothing is computed before it is asked for.</summary>
    public ArticleFacts CreateFacts(Article article) => new LazyArticleFacts(this, article);

    /// <summary>
    /// Reads the word lists and runs every finder over a few lines, for a second thread while the first one reads rules and plugins.
    /// </summary>
    public void WarmUp()
    {
        var facts = CreateFacts(new Article
        {
            Path = "",
            Format = ArticleFormat.Text,
            Text = WarmUpText,
            SourceText = WarmUpText,
            SourceMap = SourceMap.Identity(WarmUpText),
            Blocks = [new Block(BlockKind.Paragraph, new TextSpan(0, WarmUpText.Length))],
        });
        _ = (facts.Accounts, facts.Figures, facts.Times);
    }

    // Lazy values of classes and arrays only: the runtime has the code for them, and would compile it at every start for others.
    private sealed class LazyArticleFacts : ArticleFacts
    {
        private readonly Lazy<SplitText> _split;
        private readonly Lazy<PennTag[]> _tags;
        private readonly Lazy<Quotation[]> _quotations;
        private readonly Lazy<Attribution[]> _attributions;
        private readonly Lazy<Figure[]> _figures;
        private readonly Lazy<Account[]> _accounts;
        private readonly Lazy<TimeExpression[]> _times;
        private readonly Lazy<string?[]> _lemmas;

        // What the lazy values hold, once they do: every word that is looked at asks for them.
        private ImmutableArray<Token> _readTokens;
        private ImmutableArray<PennTag> _readTags;

        public LazyArticleFacts(FactsEngine engine, Article article)
        {
            Article = article;
            _split = new(() => SplitText.Of(article));
            _tags = new(() => AsArray(Tagger.Tag(article.Text, Tokens, Sentences))!);
            _lemmas = new(() => new string?[Tokens.Length]);
            _quotations = new(() => AsArray(engine._quotations.Value.Find(this))!);
            _attributions = new(() => AsArray(engine._attributions.Value.Find(this))!);
            _figures = new(() => AsArray(engine._figures.Value.Find(this))!);
            _accounts = new(() => AsArray(engine._accounts.Value.Find(this))!);
            _times = new(() => AsArray(engine._times.Value.Find(this))!);
        }

        public override Article Article { get; }

        public override ImmutableArray<Token> Tokens => _readTokens is { IsDefault: false } tokens ? tokens : _readTokens = _split.Value.Tokens;

        public override ImmutableArray<Sentence> Sentences => _split.Value.Sentences;

        public override ImmutableArray<PennTag> Tags => _readTags is { IsDefault: false } tags ? tags : _readTags = AsImmutableArray(_tags.Value);

        public override ImmutableArray<Quotation> Quotations => AsImmutableArray(_quotations.Value);

        public override ImmutableArray<Attribution> Attributions => AsImmutableArray(_attributions.Value);

        public override ImmutableArray<Figure> Figures => AsImmutableArray(_figures.Value);

        public override ImmutableArray<Account> Accounts => AsImmutableArray(_accounts.Value);

        public override ImmutableArray<TimeExpression> Times => AsImmutableArray(_times.Value);

        // Two threads may compute the same lemma; both write the same string.
        public override string GetLemma(int tokenIndex) =>
            _lemmas.Value[tokenIndex] ??= Lemmatizer.GetLemma(Article.AsSpan(Tokens[tokenIndex].Span), Tags[tokenIndex]);
    }

    private sealed record SplitText(ImmutableArray<Token> Tokens, ImmutableArray<Sentence> Sentences)
    {
        public static SplitText Of(Article article)
        {
            var (tokens, sentences) = SentenceSplitter.Split(article);
            return new SplitText(tokens, sentences);
        }
    }
}
