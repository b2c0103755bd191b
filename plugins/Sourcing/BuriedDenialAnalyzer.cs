using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Plugins.Sourcing.Denials;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing;

/// <summary>Finds an article whose only official denials stand in its last third.</summary>
public sealed class BuriedDenialAnalyzer : ArticleAnalyzer
{
    // Shorter articles show their whole text at a glance.
    private const int ShortestArticle = 6;

    private static readonly DiagnosticDescriptor s_rule = new()
    {
        Id = "SRC022",
        Title = "buried denial",
        MessageFormat = "the first official denial comes after {0} of the article; say in the headline or the lede that {1} denies the claim",
        Category = "Sourcing",
        DefaultSeverity = DiagnosticSeverity.Warning,
        Why = "Most readers never reach the last third. Where the claim stands on top and its denial at the end, they leave with the claim alone.",
        Examples =
        [
            new("Soldiers fled their posts in the north, a post said on Friday. It spread within hours. Thousands of people shared it. Some added pictures of empty barracks. The pictures were old. The north has been quiet since March. Farmers there have begun the harvest. [|The army denied that soldiers had fled.|]"),
            new("The army denied on Friday that soldiers had fled their posts in the north. A post said so and spread within hours. Thousands of people shared it. Some added pictures of empty barracks. The pictures were old. The north has been quiet since March. Farmers there have begun the harvest. The army denied it again at night."),
        ],
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var accounts = DenialAccounts.For(context.Lexicons);
        context.RegisterArticleAction(article => Analyze(article, accounts));
    }

    private static void Analyze(ArticleAnalysisContext context, DenialAccounts accounts)
    {
        var found = accounts.Find(context.Facts);
        var first = found.FirstOrDefault(account => account.Scope != "other");
        if (first is null || context.Facts.Sentences.Count(sentence => sentence.Block.IsArticleText) < ShortestArticle)
        {
            return;
        }

        var denial = found[0].Denial;
        var position = ShareBefore(context.Article, denial.Span.Start);
        if (position < 2.0 / 3)
        {
            return;
        }

        var text = position.ToString("0.00", CultureInfo.InvariantCulture);
        var percent = string.Create(CultureInfo.InvariantCulture, $"{(int)(position * 100)} %");
        context.ReportDiagnostic(Diagnostic.Create(s_rule, denial.Span, percent, context.Article.GetText(denial.Denier.Span)) with
        {
            Related = found[0].Related(),
            Properties = [new("position", text)],
        });
    }

    // Of the characters that a reader would call the article, the share that stands before a place.
    private static double ShareBefore(Article article, int position)
    {
        var before = 0;
        var all = 0;
        foreach (var block in article.Blocks)
        {
            if (block.IsArticleText)
            {
                all += block.Span.Length;
                before += Math.Clamp(position - block.Span.Start, 0, block.Span.Length);
            }
        }

        return all == 0 ? 0 : (double)before / all;
    }
}
