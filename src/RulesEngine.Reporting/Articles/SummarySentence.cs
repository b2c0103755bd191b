using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Reporting.Articles;

/// <summary>
/// The report in one sentence, as an editor would say it. Reads facts and the properties that findings carry (account, denier,
/// timing, reference), so that it holds for any rule that follows the same conventions.
/// </summary>
internal static class SummarySentence
{
    public static string Of(ImmutableArray<Finding> findings, ImmutableArray<Figure> figures)
    {
        var parts = new List<string>();
        AddFigures(parts, figures);
        AddOrigin(parts, findings);
        AddDenial(parts, findings);
        AddAnalogies(parts, findings);
        AddRest(parts, findings);
        if (parts.Count == 0)
        {
            return "Nothing to flag.";
        }

        var sentence = string.Join("; ", parts);
        return string.Concat(char.ToUpperInvariant(sentence[0]).ToString(), sentence.AsSpan(1), ".");
    }

    private static void AddFigures(List<string> parts, ImmutableArray<Figure> figures)
    {
        if (figures.IsEmpty)
        {
            return;
        }

        var unsourced = figures.Count(figure => figure.Status == FigureStatus.Unsourced);
        var vague = figures.Count(figure => figure.Status == FigureStatus.Vague);
        parts.Add((unsourced, figures.Length) switch
        {
            (0, 1) when vague == 0 => "the one figure has a source",
            (0, _) when vague == 0 => string.Create(CultureInfo.InvariantCulture, $"all {figures.Length} figures have a source"),
            (1, 1) => "the one figure has no source",
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"{vague} of {Figures(figures.Length)} {Have(vague)} only a vague source"),
            (var none, var all) when none == all => string.Create(CultureInfo.InvariantCulture, $"none of the {all} figures has a source"),
            (var none, var all) => string.Create(CultureInfo.InvariantCulture, $"{none} of {Figures(all)} {Have(none)} no source"),
        });
        if (unsourced > 0 && vague > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{vague} more {Have(vague)} only a vague one"));
        }
    }

    private static void AddOrigin(List<string> parts, ImmutableArray<Finding> findings)
    {
        var origins = findings.Where(finding => Property(finding, "account") is not null).ToImmutableArray();
        if (origins.Length == 1)
        {
            var platform = Property(origins[0], "platform");
            parts.Add(string.IsNullOrEmpty(platform) ? "the claim rests on one account" : $"the claim rests on one {platform} account");
        }
        else if (origins.Length > 1)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{origins.Length} claims rest on one account each"));
        }
    }

    private static void AddDenial(List<string> parts, ImmutableArray<Finding> findings)
    {
        var denials = findings.Where(finding => Property(finding, "denier") is not null).ToImmutableArray();
        if (denials.FirstOrDefault(finding => Property(finding, "timing") == "before") is { } early)
        {
            parts.Add($"the denial by {Property(early, "denier")} is {Older(early)} the claim");
        }
        else if (!denials.IsEmpty && Property(denials[0], "denier") is { Length: > 0 } denier)
        {
            parts.Add($"{denier} denies");
        }
    }

    private static string Older(Finding denial)
    {
        var dates = DateOnly.TryParseExact(Property(denial, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            & DateOnly.TryParseExact(Property(denial, "claimDate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var claim);
        return dates switch
        {
            true when claim.DayNumber - date.DayNumber == 1 => "a day older than",
            true => string.Create(CultureInfo.InvariantCulture, $"{claim.DayNumber - date.DayNumber} days older than"),
            _ => "older than",
        };
    }

    private static void AddAnalogies(List<string> parts, ImmutableArray<Finding> findings)
    {
        var count = findings.Count(finding => Property(finding, "reference") is not null);
        if (count > 0)
        {
            parts.Add(count == 1 ? "one comparison with history carries a load" : string.Create(CultureInfo.InvariantCulture, $"{count} comparisons with history carry a load"));
        }
    }

    private static void AddRest(List<string> parts, ImmutableArray<Finding> findings)
    {
        var rest = findings.Count(finding => finding.Diagnostic.Properties.All(pair => pair.Key is not ("account" or "denier" or "reference" or "status")));
        if (rest > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{rest} {(rest == 1 ? "note" : "notes")} on style"));
        }
    }

    private static string? Property(Finding finding, string name) =>
        finding.Diagnostic.Properties.FirstOrDefault(pair => pair.Key == name).Value;

    private static string Figures(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "figure" : "figures")}");

    private static string Have(int count) => count == 1 ? "has" : "have";
}
