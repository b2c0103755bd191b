using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace Suppressing;

/// <summary>Lets humbug stand where somebody else says it; brings no rule of its own.</summary>
public sealed class QuotedHumbugSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Quoted = new("TSTS01", "TST001", "humbug in somebody's own words");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [Quoted];

    public override void ReportSuppressions(SuppressionContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Descriptor.Id == Quoted.SuppressedDiagnosticId && context.Facts.Quotations.Any(quotation => quotation.Span.Contains(diagnostic.Span)))
            {
                context.Suppress(diagnostic, Quoted);
            }
        }
    }
}
