using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Plugins.Sourcing.Denials;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing;

/// <summary>Finds an official denial that is older than the claim that it is set against.</summary>
public sealed class StaleDenialAnalyzer : ArticleAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new()
    {
        Id = "SRC021",
        Title = "denial older than the claim",
        MessageFormat = "this denial is of {0}, the claim of {1}: it cannot answer the claim; ask {2} again, or say that the denial came first",
        Category = "Sourcing",
        DefaultSeverity = DiagnosticSeverity.Warning,
        Why = "A denial that was made before the claim answers something else. Set beside the claim it reads as an answer, and misleads about what the denier has said and what he has not.",
        Examples =
        [
            new("The claim was first posted on X by user @border_watch7 on July 17, 2025.\n\n[|The army on July 14 denied reports of mass desertions.|]") { Date = new DateOnly(2025, 7, 20) },
            new("The claim was first posted on X by user @border_watch7 on July 17, 2025.\n\nThe army on July 18 denied reports of mass desertions.") { Date = new DateOnly(2025, 7, 20) },
            new("The claim was first posted on X by user @border_watch7.\n\nThe army on July 14 denied reports of mass desertions.") { Date = new DateOnly(2025, 7, 20) },
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
        foreach (var account in accounts.Find(context.Facts))
        {
            if (account.Timing == DenialTiming.Before)
            {
                var denial = account.Denial;
                context.ReportDiagnostic(
                    Diagnostic.Create(s_rule, denial.Span, Day(account.Date), Day(account.ClaimDate), context.Article.GetText(denial.Denier.Span)) with
                    {
                        Related = account.Related(),
                        Properties = account.Properties(context.Article),
                    });
            }
        }
    }

    private static string Day(TimeExpression? time) => time?.First?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? "";
}
