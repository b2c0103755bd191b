using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace Fixing;

/// <summary>Rules over fixed words, with fixes of every kind: good ones, one that causes another finding, one that mends nothing.</summary>
public sealed class FixingAnalyzer : ArticleAnalyzer
{
    private static readonly DiagnosticDescriptor Long = Rule("TST010", "long word");
    private static readonly DiagnosticDescriptor Banned = Rule("TST011", "banned phrase");
    private static readonly DiagnosticDescriptor Stubborn = Rule("TST012", "word that its fix does not mend");
    private static readonly DiagnosticDescriptor Doubtful = Rule("TST013", "word with a fix that is not safe");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Long, Banned, Stubborn, Doubtful];

    public override void Initialize(AnalysisContext context) => context.RegisterArticleAction(static article =>
    {
        Report(article, Long, "utilise", "use", isSafe: true);
        Report(article, Long, "in order to", "to", isSafe: true);
        Report(article, Long, "per annum", "a year & no more", isSafe: true);
        Report(article, Banned, "use up", null, isSafe: true);
        Report(article, Stubborn, "very", "very, very", isSafe: true);
        Report(article, Doubtful, "slams", "criticises", isSafe: false);
    });

    private static void Report(ArticleAnalysisContext context, DiagnosticDescriptor rule, string word, string? replacement, bool isSafe)
    {
        var text = context.Article.Text;
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            var span = new TextSpan(at, at + word.Length);
            context.ReportDiagnostic(Diagnostic.Create(rule, span, word) with
            {
                Fixes = replacement is null ? [] : [new Fix($"write '{replacement}'", isSafe, [new TextEdit(span, replacement)])],
            });
        }
    }

    private static DiagnosticDescriptor Rule(string id, string title) => new()
    {
        Id = id,
        Title = title,
        MessageFormat = "found '{0}'",
        Category = "Test",
        DefaultSeverity = DiagnosticSeverity.Warning,
        Why = "tests need a rule",
        RequiresEnglish = false,
    };
}
