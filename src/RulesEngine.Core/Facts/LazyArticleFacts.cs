using System.Collections.Immutable;
using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Core.Language;
using RulesEngine.Sdk;
using static System.Runtime.InteropServices.ImmutableCollectionsMarshal;

namespace RulesEngine.Core.Facts;

/// <summary>
/// Facts that are worked out when they are asked for. Lazy values of classes and arrays only: the runtime has the code for them, and
/// would compile it at every start for others.
/// </summary>
internal sealed class LazyArticleFacts : ArticleFacts
{
    private readonly Lazy<SplitText> _split;
    private readonly Lazy<PennTag[]> _tags;
    private readonly Lazy<Quotation[]> _quotations;
    private readonly Lazy<Attribution[]> _attributions;
    private readonly Lazy<Figure[]> _figures;
    private readonly Lazy<Account[]> _accounts;
    private readonly Lazy<TimeExpression[]> _times;
    private readonly Lazy<string?[]> _lemmas;
    private readonly Lazy<ArticlePieces> _pieces;

    // What the lazy values hold, once they do: every word that is looked at asks for them.
    private bool _hasTokens, _hasTags;
    private ImmutableArray<Token> _readTokens;
    private ImmutableArray<PennTag> _readTags;

    public LazyArticleFacts(FactsEngine engine, Article article)
    {
        Article = article;
        _split = new(() => SentenceSplitter.Split(article));
        _tags = new(() => AsArray(Tagger.Tag(article.Text, Tokens, Sentences))!);
        _pieces = new(() => new ArticlePieces(this));
        _lemmas = new(() => new string?[Tokens.Length]);
        _quotations = new(() => AsArray(engine.Quotations.Find(this))!);
        _attributions = new(() => AsArray(engine.Attributions.Find(this))!);
        _figures = new(() => AsArray(engine.Figures.Find(this))!);
        _accounts = new(() => AsArray(engine.Accounts.Find(this))!);
        _times = new(() => AsArray(engine.Times.Find(this))!);
    }

    /// <summary>What figures and times are read from.</summary>
    public ArticlePieces Pieces => _pieces.Value;

    public override Article Article { get; }

    public override ImmutableArray<Token> Tokens => Volatile.Read(ref _hasTokens) ? _readTokens : ReadTokens();

    public override ImmutableArray<Sentence> Sentences => _split.Value.Sentences;

    public override ImmutableArray<PennTag> Tags => Volatile.Read(ref _hasTags) ? _readTags : ReadTags();

    public override ImmutableArray<Quotation> Quotations => AsImmutableArray(_quotations.Value);

    public override ImmutableArray<Attribution> Attributions => AsImmutableArray(_attributions.Value);

    public override ImmutableArray<Figure> Figures => AsImmutableArray(_figures.Value);

    public override ImmutableArray<Account> Accounts => AsImmutableArray(_accounts.Value);

    public override ImmutableArray<TimeExpression> Times => AsImmutableArray(_times.Value);

    // Two threads may compute the same lemma; both write the same string.
    public override string GetLemma(int tokenIndex) =>
        _lemmas.Value[tokenIndex] ??= Lemmatizer.GetLemma(Article.AsSpan(Tokens[tokenIndex].Span), Tags[tokenIndex]);

    private ImmutableArray<Token> ReadTokens()
    {
        _readTokens = _split.Value.Tokens;
        Volatile.Write(ref _hasTokens, true);
        return _readTokens;
    }

    private ImmutableArray<PennTag> ReadTags()
    {
        _readTags = AsImmutableArray(_tags.Value);
        Volatile.Write(ref _hasTags, true);
        return _readTags;
    }
}
