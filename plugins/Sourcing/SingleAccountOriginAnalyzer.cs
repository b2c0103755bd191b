using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Plugins.Sourcing.Origins;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing;

/// <summary>Finds a claim that rests on one social-media account, however many others echo it.</summary>
public sealed class SingleAccountOriginAnalyzer : ArticleAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = new()
    {
        Id = "SRC010",
        Title = "single-account origin",
        MessageFormat = "the claim rests on one account, {0}{1}; find a second source that does not depend on it, or say plainly that nobody has confirmed it",
        Category = "Sourcing",
        DefaultSeverity = DiagnosticSeverity.Warning,
        Why = "Many accounts that repeat one post look like many sources. They are one (circular reporting): if the first account is wrong, everything that follows is. A reader has to be told, and an editor has to look for confirmation from somebody who knows.",
        Examples =
        [
            new("Soldiers left their posts, according to claims that spread online on Friday.\n\nThe claims, first posted on X by [|user @border_watch7|], have not been confirmed. A post by @echo_daily repeated similar claims."),
            new("[|A Telegram channel|] claimed on Monday that the general had been arrested. There was no confirmation of the claim."),
            new("The minister announced her resignation on her own Facebook page on Monday."),
            new("A Telegram channel claimed on Monday that the general had been arrested. The defence ministry confirmed the arrest in a statement."),
        ],
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var finder = new OriginFinder(context.Lexicons);
        context.RegisterArticleAction(article => Analyze(article, finder));
    }

    private static void Analyze(ArticleAnalysisContext context, OriginFinder finder)
    {
        if (context.Facts.Accounts.IsEmpty || finder.Find(context.Facts) is not { } origin)
        {
            return;
        }

        var related = ImmutableArray.CreateBuilder<RelatedSpan>();
        related.Add(new RelatedSpan(origin.Account.Sentence.Span, "the claim"));
        if (origin.FirstMention is { } first)
        {
            related.Add(new RelatedSpan(first.Span, "the first mention"));
        }

        related.AddRange(origin.Echoes.Select(echo => new RelatedSpan(echo.Span, "an echo")));
        var echoes = origin.Echoes.Length;
        var finding = Diagnostic.Create(s_rule, origin.Account.Span, origin.Name, echoes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", and {echoes} that repeat it"));
        context.ReportDiagnostic(finding with { Related = related.ToImmutable(), Properties = Properties(context.Article, origin) });
    }

    private static ImmutableArray<KeyValuePair<string, string>> Properties(Article article, Origin origin) =>
    [
        new("account", origin.Name),
        new("platform", origin.Account.Platform ?? ""),
        new("echoes", string.Join("; ", origin.Echoes.Select(echo => echo.Handle ?? article.GetText(echo.Span)))),
        new("corroboration", "none"),
    ];
}
