using System.Collections.Immutable;
using RulesEngine.Plugins.Sourcing.Denials;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing;

/// <summary>Points out who officially denies what, and when.</summary>
public sealed class OfficialDenialAnalyzer : ArticleAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new()
    {
        Id = "SRC020",
        Title = "official denial present",
        MessageFormat = "{0} denies this; see that the denial stands beside the claim, with its date and its own words",
        Category = "Sourcing",
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        Why = "A claim that is officially denied reads differently from one that nobody has answered. An editor wants to see every denial at a glance: who denies, what exactly, and whether before or after the claim was made.",
        Examples =
        [
            new("The ministry of transport closed the bridge on Monday.\n\n[|A spokesman for the ministry denied reports that the bridge had collapsed.|]"),
            new("[|The army dismissed as propaganda the claim that soldiers had fled.|]"),
            new("[|\"There is no truth in these rumours,\" police spokeswoman Ana Ruiz said.|]"),
            new("Border police denied him entry on Friday."),
            new("The ministry neither confirmed nor denied the report."),
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
            var denial = account.Denial;
            context.ReportDiagnostic(Diagnostic.Create(s_rule, denial.Span, context.Article.GetText(denial.Denier.Span)) with
            {
                Related = account.Related(),
                Properties = account.Properties(context.Article),
            });
        }
    }
}
