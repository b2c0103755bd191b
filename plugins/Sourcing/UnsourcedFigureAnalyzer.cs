using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing;

/// <summary>SRC001: a figure of which a reader could ask "says who?", with no source in reach.</summary>
public sealed class UnsourcedFigureAnalyzer : ArticleAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = new()
    {
        Id = "SRC001",
        Title = "unsourced figure",
        MessageFormat = "\"{0}\" has no source in reach: name who counted or measured it, or cut it",
        Category = "Sourcing",
        DefaultSeverity = DiagnosticSeverity.Warning,
        Why = "A number looks exact and is quoted further. A reader who asks \"says who?\" has to find the answer in the same sentence or in the one beside it; where there is none, the paper itself vouches for the count.",
        Examples =
        [
            new("The flood drove [|more than 4,000|] families from their homes."),
            new("The council spent [|$2.4 million|] on the bridge. Nobody at the town hall wanted to explain it."),
            new("The flood drove more than 4,000 families from their homes, the Red Cross said."),
            new("\"We lost 300 cattle,\" farmer Maria Ferro said."),
            new("The meeting on March 3, 2021 lasted two hours."),
        ],
        Options = [FigureReport.Minimum],
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.RegisterAction<Figure>(Analyze);
    }

    private static void Analyze(NodeAnalysisContext<Figure> context)
    {
        var figure = context.Node;
        if (figure.Status != FigureStatus.Unsourced || FigureReport.IsBelow(figure, context.GetOption(Rule, FigureReport.Minimum)))
        {
            return;
        }

        var finding = Diagnostic.Create(Rule, figure.Span, context.Article.GetText(figure.Span));
        context.ReportDiagnostic(finding with
        {
            Related = FigureReport.GetRelated(figure, context.Facts),
            Properties = FigureReport.GetProperties(figure, context.Article),
        });
    }
}
