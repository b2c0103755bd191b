using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;
using Scriban.Runtime;

namespace RulesEngine.Reporting.Articles;

/// <summary>Claim and denial in time, where findings carry their dates (properties date and claimDate, yyyy-MM-dd).</summary>
internal static class Timeline
{
    public static ScriptArray Of(ImmutableArray<Finding> findings, Article article)
    {
        var events = new SortedSet<(DateOnly Date, string Kind, string Label)>();
        foreach (var properties in findings.Select(finding => finding.Diagnostic.Properties))
        {
            if (!properties.Any(pair => pair.Key == "denier"))
            {
                continue;
            }

            Add(events, properties, "date", "denial", DenierName.DenialOf(Value(properties, "denier")));
            Add(events, properties, "claimDate", "claim", "the claim");
        }

        if (events.Count > 0 && article.Date is { } date)
        {
            events.Add((date, "published", "the article"));
        }

        return Values.List(events, item => Values.Object(
            ("date", item.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("day", item.Date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)),
            ("kind", item.Kind),
            ("label", item.Label)));
    }

    private static void Add(SortedSet<(DateOnly, string, string)> events, ImmutableArray<KeyValuePair<string, string>> properties, string key, string kind, string label)
    {
        if (DateOnly.TryParseExact(Value(properties, key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            events.Add((date, kind, label));
        }
    }

    private static string Value(ImmutableArray<KeyValuePair<string, string>> properties, string key) =>
        properties.FirstOrDefault(pair => pair.Key == key).Value ?? "";
}
