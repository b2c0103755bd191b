using RulesEngine.Sdk;

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

    internal QuotationFinder Quotations => _quotations.Value;

    internal AttributionFinder Attributions => _attributions.Value;

    internal FigureFinder Figures => _figures.Value;

    internal AccountFinder Accounts => _accounts.Value;

    internal TimeFinder Times => _times.Value;

    /// <summary>The facts of an article; nothing is computed before it is asked for.</summary>
    public ArticleFacts CreateFacts(Article article) => new LazyArticleFacts(this, article);

    /// <summary>
    /// Reads the word lists and runs every finder over a few lines, for a second thread while the first one reads rules and plugins.
    /// </summary>
    /// <param name="isWanted">Asked between the finders; what is left is let be where it says no.</param>
    public void WarmUp(Func<bool> isWanted)
    {
        ArgumentNullException.ThrowIfNull(isWanted);
        var facts = CreateFacts(new Article
        {
            Path = "",
            Format = ArticleFormat.Text,
            Text = WarmUpText,
            SourceText = WarmUpText,
            SourceMap = SourceMap.Identity(WarmUpText),
            Blocks = [new Block(BlockKind.Paragraph, new TextSpan(0, WarmUpText.Length))],
        });
        Action[] finders = [() => _ = facts.Accounts, () => _ = facts.Attributions, () => _ = facts.Figures, () => _ = facts.Times];
        for (var i = 0; i < finders.Length && isWanted(); i++)
        {
            finders[i]();
        }
    }
}
