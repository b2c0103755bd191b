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
    /// <summary>Properties whose findings a clause of their own speaks about.</summary>
    private static readonly string[] Told = ["account", "denier", "reference", "status", "position"];

    /// <param name="findings">Those that are reported.</param>
    /// <param name="figures">One status a figure, exempt ones left out.</param>
    /// <param name="setAside">How many findings are not reported.</param>
    /// <param name="gap">What was not checked.</param>
    public static string Of(IEnumerable<Diagnostic> findings, IEnumerable<FigureStatus> figures, SetAside setAside, Gap gap)
    {
        var all = findings.ToImmutableArray();
        string[] parts = [.. new[] { OfGap(gap), OfFigures([.. figures]), OfOrigins(all), OfDenials(all), OfAnalogies(all) }.OfType<string>()];
        parts = [.. parts, .. OfRest(all, parts.Length > 0), .. OfNothing(all, setAside, gap), .. OfSetAside(setAside)];
        var sentence = string.Join("; ", parts);
        return string.Concat(char.ToUpperInvariant(sentence[0]).ToString(), sentence.AsSpan(1), ".");
    }

    private static string? OfGap(Gap gap) => gap switch
    {
        Gap.Language => "the draft is not in English, so only rules for any language were run",
        Gap.Failure => "not everything could be checked",
        _ => null,
    };

    private static string? OfFigures(ImmutableArray<FigureStatus> figures)
    {
        var none = figures.Count(status => status == FigureStatus.Unsourced);
        var vague = figures.Count(status => status == FigureStatus.Vague);
        return (figures.Length, none, vague) switch
        {
            (0, _, _) => null,
            (var all, 0, 0) => $"{Every(all)} a source",
            (var all, 0, var some) when some == all => $"{Every(all)} only a vague source",
            (1, _, _) => "the only figure has no source",
            (2, 2, _) => "neither of the 2 figures has a source",
            (var all, _, _) when none == all => Say($"none of the {all} figures has a source"),
            (var all, 0, _) => Say($"{vague} of {all} figures {Have(vague)} only a vague source"),
            (var all, _, 0) => Say($"{none} of {all} figures {Have(none)} no source"),
            (var all, _, 1) when none + 1 == all => Say($"{none} of {all} figures {Have(none)} no source and the other only a vague one"),
            (var all, _, _) when none + vague == all => Say($"{none} of {all} figures {Have(none)} no source and the other {vague} only a vague one"),
            (var all, _, _) => Say($"{none} of {all} figures {Have(none)} no source and {vague} only a vague one"),
        };
    }

    private static string Every(int count) => count switch
    {
        1 => "the only figure has",
        2 => "both figures have",
        _ => Say($"all {count} figures have"),
    };

    private static string? OfOrigins(ImmutableArray<Diagnostic> findings)
    {
        var origins = findings.Where(finding => Property(finding, "account").Length > 0).ToImmutableArray();
        return origins switch
        {
            [] => null,
            [var one] when Property(one, "platform") is { Length: > 0 } platform => $"the claim rests on one {platform} account",
            [_] => "the claim rests on one account",
            _ => Say($"{origins.Length} claims rest on one account each"),
        };
    }

    private static string? OfDenials(ImmutableArray<Diagnostic> findings)
    {
        var denials = findings.Where(finding => Property(finding, "denier").Length > 0).ToImmutableArray();
        if (denials.FirstOrDefault(finding => Property(finding, "timing") == "before") is { } early)
        {
            return $"{DenierName.DenialOf(Property(early, "denier"))} is {Older(early)} the claim";
        }

        var late = findings.Any(finding => Property(finding, "position").Length > 0) ? "stands late in the text" : "is on record";
        var deniers = denials.Select(finding => Property(finding, "denier")).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        return deniers switch
        {
            [] => null,
            [var one] => $"{DenierName.DenialOf(one)} {late}",
            [var one, var two] => $"the denials by {DenierName.Short(one)} and {DenierName.Short(two)} {late.Replace("stands", "stand", StringComparison.Ordinal).Replace("is on", "are on", StringComparison.Ordinal)}",
            _ => Say($"{deniers.Length} parties have denials {(late[0] == 's' ? "late in the text" : "on record")}"),
        };
    }

    private static string Older(Diagnostic denial)
    {
        var areDated = DateOnly.TryParseExact(Property(denial, "date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            & DateOnly.TryParseExact(Property(denial, "claimDate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var claim);
        return (areDated, claim.DayNumber - date.DayNumber) switch
        {
            (true, 1) => "a day older than",
            (true, var days and > 1) => Say($"{days} days older than"),
            _ => "older than",
        };
    }

    private static string? OfAnalogies(ImmutableArray<Diagnostic> findings) => findings.Count(finding => Property(finding, "reference").Length > 0) switch
    {
        0 => null,
        1 => "one comparison with history is loaded",
        var count => Say($"{count} comparisons with history are loaded"),
    };

    private static IEnumerable<string> OfRest(ImmutableArray<Diagnostic> findings, bool isMore)
    {
        var rest = findings.Count(finding => !finding.Properties.Any(pair => Told.Contains(pair.Key)));
        if (rest > 0 || (!isMore && !findings.IsEmpty))
        {
            var count = Math.Max(rest, 1);
            yield return Say($"{count} {(isMore ? "further " : "")}{(count == 1 ? "note" : "notes")} on the text");
        }
    }

    private static IEnumerable<string> OfNothing(ImmutableArray<Diagnostic> findings, SetAside setAside, Gap gap)
    {
        if (findings.IsEmpty && (setAside.IsNothing || gap != Gap.None))
        {
            yield return gap == Gap.None ? "nothing to flag" : "what was checked has nothing to flag";
        }
    }

    private static IEnumerable<string> OfSetAside(SetAside setAside)
    {
        if (setAside.Suppressed > 0)
        {
            yield return Say($"{setAside.Suppressed} {(setAside.Suppressed == 1 ? "finding is" : "findings are")} suppressed");
        }

        if (setAside.Baselined > 0)
        {
            yield return Say($"{setAside.Baselined} {(setAside.Baselined == 1 ? "finding is" : "findings are")} known to the baseline");
        }

        if (setAside.Unchanged > 0)
        {
            yield return Say($"{setAside.Unchanged} {(setAside.Unchanged == 1 ? "finding stands" : "findings stand")} on lines that did not change");
        }
    }

    private static string Property(Diagnostic finding, string name) =>
        finding.Properties.FirstOrDefault(pair => pair.Key == name).Value ?? "";

    private static string Have(int count) => count == 1 ? "has" : "have";

    private static string Say(FormattableString text) => FormattableString.Invariant(text);
}

/// <summary>What a run left unchecked of an article.</summary>
internal enum Gap
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is in another language, so rules that need English were not run, nor do facts hold.</summary>
    Language,

    /// <summary>Something failed; notifications say what.</summary>
    Failure,
}
