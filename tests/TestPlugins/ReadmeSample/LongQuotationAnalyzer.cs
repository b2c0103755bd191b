using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace ReadmeSample;

public sealed class LongQuotationAnalyzer : ArticleAnalyzer
{
    private static readonly OptionDescriptor<int> Maximum = new("maximum", 400, "longest quotation that passes, in characters");

    private static readonly DiagnosticDescriptor Rule = new()
    {
        Id = "DESK001",
        Title = "long quotation",
        Category = "Desk",
        DefaultSeverity = DiagnosticSeverity.Suggestion,
        MessageFormat = "a quotation of {0} characters: paraphrase a part of it",
        Why = "Readers skip long quotations.",
        Options = [Maximum],
    };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    public override void Initialize(AnalysisContext context) => context.RegisterAction<Quotation>(quotation =>
    {
        if (quotation.Node.Span.Length is var length && length > quotation.GetOption(Rule, Maximum))
        {
            quotation.ReportDiagnostic(Diagnostic.Create(Rule, quotation.Node.Span, $"{length}"));
        }
    });
}
