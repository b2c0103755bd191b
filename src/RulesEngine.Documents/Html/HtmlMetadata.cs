using System.Text.Json;
using AngleSharp.Dom;
using RulesEngine.Documents.Structure;

namespace RulesEngine.Documents.Html;

/// <summary>What a page says of itself beside its text.</summary>
internal static class HtmlMetadata
{
    private const int MaxJsonDepth = 32;

    /// <summary>JSON-LD, then the metadata of Open Graph and others, then the time element above the body.</summary>
    public static DateOnly? FindDate(string source, NumberedHtml html, IElement root, int bodyStart) =>
        FromLinkedData(source, html) ?? FromMeta(root) ?? FromTime(root, bodyStart);

    /// <summary>The element whose content attribute is the title for social media, or null.</summary>
    public static IElement? FindTitle(IElement root) =>
        root.QuerySelector("meta[property='og:title'], meta[name='og:title'], meta[name='twitter:title']");

    private static DateOnly? FromMeta(IElement root)
    {
        foreach (var meta in root.QuerySelectorAll("meta"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            if (name?.ToLowerInvariant() is "article:published_time" or "og:article:published_time" or "datepublished" or "date" or "pubdate" or "publishdate" or "publish-date"
                    or "dc.date" or "dc.date.issued" or "dcterms.created" or "parsely-pub-date" or "sailthru.date"
                && meta.GetAttribute("content") is { } content
                && DateText.ParseMetadata(content) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static DateOnly? FromTime(IElement root, int bodyStart)
    {
        foreach (var time in root.QuerySelectorAll("time, [itemprop=datePublished]"))
        {
            var isOfArticle = time.HasAttribute("itemprop") || time.HasAttribute("pubdate") || HtmlTag.OffsetOf(time) < bodyStart;
            if (isOfArticle && (time.GetAttribute("datetime") ?? time.GetAttribute("content")) is { } value && DateText.ParseMetadata(value) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static DateOnly? FromLinkedData(string source, NumberedHtml html)
    {
        foreach (var data in html.LinkedData)
        {
            try
            {
                using var json = JsonDocument.Parse(source.AsMemory(data.Start, data.End - data.Start), new JsonDocumentOptions
                {
                    AllowTrailingCommas = true,
                    CommentHandling = JsonCommentHandling.Skip,
                    MaxDepth = MaxJsonDepth,
                });
                if (FindPublished(json.RootElement) is { } date)
                {
                    return date;
                }
            }
            catch (JsonException)
            {
                // Broken metadata of a page is no fault of the draft: the next source of a date is asked.
            }
        }

        return null;
    }

    private static DateOnly? FindPublished(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty("datePublished", out var published)
            && published.ValueKind == JsonValueKind.String
            && DateText.ParseMetadata(published.GetString()) is { } date)
        {
            return date;
        }

        return element.ValueKind switch
        {
            JsonValueKind.Array => FirstOf(element.EnumerateArray()),
            JsonValueKind.Object when element.TryGetProperty("@graph", out var graph) => FindPublished(graph),
            _ => null,
        };
    }

    private static DateOnly? FirstOf(JsonElement.ArrayEnumerator elements)
    {
        foreach (var element in elements)
        {
            if (FindPublished(element) is { } date)
            {
                return date;
            }
        }

        return null;
    }
}
