using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing;

/// <summary>SRC002: a figure that only "reports", "sources", "reportedly" or the like carry.</summary>
public sealed class VaguelySourcedFigureAnalyzer : ArticleAnalyzer
{
    internal static readonly DiagnosticDescriptor Rule = new()
    {
        Id = "SRC002",
        Title = "vaguely sourced figure",
        MessageFormat = "\"{0}\" rests on \"{1}\", which no reader can find: say who, or say that nobody has confirmed it",
        Category = "Sourcing",
        DefaultSeverity = DiagnosticSeverity.Warning,
        Why = "\"Reportedly\", \"sources\" and \"some users\" give a number an air of origin without one. It cannot be checked, and the next paper repeats it as a fact.",
        Examples =
        [
            new("The raid reportedly left [|at least 12|] people dead."),
            new("Insiders put the order backlog at [|210 million euros|]."),
            new("The raid left at least 12 people dead, the interior ministry said."),
            new("Insiders called the plan a gamble."),
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
        if (figure.Status != FigureStatus.Vague || FigureReport.IsBelow(figure, context.GetOption(Rule, FigureReport.Minimum)))
        {
            return;
        }

        var source = figure.SourceSpan is { } span ? context.Article.GetText(span) : "nobody";
        var finding = Diagnostic.Create(Rule, figure.Span, context.Article.GetText(figure.Span), source);
        context.ReportDiagnostic(finding with
        {
            Related = FigureReport.GetRelated(figure, context.Facts),
            Properties = FigureReport.GetProperties(figure, context.Article),
        });
    }
}
