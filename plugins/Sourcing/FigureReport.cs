using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing;

/// <summary>What the two rules about figures say of one: its properties, and where the same figure stood first.</summary>
internal static class FigureReport
{
    // Keeps tables of many thousand numbers linear.
    private const int MostFigures = 500;

    /// <summary>Option of both rules.</summary>
    public static readonly OptionDescriptor<double> Minimum = new(
        "minimum", 0, "smallest number that is reported; dead, wounded, arrested and figures without a number are reported whatever their size");

    /// <summary>True for a figure whose number is below the configured minimum.</summary>
    public static bool IsBelow(Figure figure, double minimum) =>
        figure.Kind != FigureKind.Casualties && figure.Value is { } value && (value.High ?? value.Low) is { } number && (double)Math.Abs(number) < minimum;

    /// <summary>Status, kind, value, unit and source, as strings; empty where there is none.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> GetProperties(Figure figure, Article article) =>
    [
        new("status", Lower(figure.Status.ToString())),
        new("kind", Lower(figure.Kind.ToString())),
        new("value", FormatValue(figure.Value)),
        new("unit", figure.Unit),
        new("source", figure.SourceSpan is { } source ? article.GetText(source) : ""),
    ];

    /// <summary>The first mention of the same quantity, where it stands further up.</summary>
    public static ImmutableArray<RelatedSpan> GetRelated(Figure figure, ArticleFacts facts)
    {
        for (var i = 0; i < Math.Min(facts.Figures.Length, MostFigures); i++)
        {
            var other = facts.Figures[i];
            if (other.Span.Start >= figure.Span.Start)
            {
                return [];
            }

            if (other.Status != FigureStatus.Exempt && other.Kind == figure.Kind && other.Value is not null && other.Value == figure.Value && string.Equals(other.Unit, figure.Unit, StringComparison.OrdinalIgnoreCase))
            {
                return [new RelatedSpan(other.Span, "the first mention")];
            }
        }

        return [];
    }

    private static string FormatValue(FigureValue? value) => value switch
    {
        null => "",
        { Low: { } low, High: { } high } => low == high ? Number(low) : $"{Number(low)}..{Number(high)}",
        { Low: { } low } => Number(low) + "..",
        { High: { } high } => ".." + Number(high),
        _ => "",
    };

    private static string Number(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    private static string Lower(string name) => name.ToLowerInvariant();
}
