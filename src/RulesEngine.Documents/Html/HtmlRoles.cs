using AngleSharp.Dom;
using RulesEngine.Documents.Lexicons;

namespace RulesEngine.Documents.Html;

/// <summary>What an element is for.</summary>
internal enum HtmlRole
{
    None,
    Hidden,
    Furniture,
    Embed,
    Byline,
    Dek,
    Date,
    Caption,
    Footnote,
}

/// <summary>Tells the role of an element by its name, its ARIA role, its microdata and its classes (lexicon html-classes).</summary>
internal static class HtmlRoles
{
    private static readonly Lazy<Dictionary<string, HtmlRole>> Classes = new(() =>
    {
        var roles = new Dictionary<string, HtmlRole>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in DocumentLexicons.Read("html-classes").Entries)
        {
            roles[entry.Term] = Enum.Parse<HtmlRole>(entry["role"], ignoreCase: true);
        }

        return roles;
    });

    public static HtmlRole Of(IElement element)
    {
        var role = OfName(element);
        return role == HtmlRole.None ? OfAttributes(element) : role;
    }

    private static HtmlRole OfName(IElement element) => element.LocalName switch
    {
        "script" or "style" or "noscript" or "template" or "svg" or "math" or "iframe" or "object" or "video" or "audio" or "canvas" or "head" or "link" or "meta" or "datalist" => HtmlRole.Hidden,
        "nav" or "aside" or "footer" or "form" or "button" or "select" or "textarea" or "input" or "menu" or "dialog" => HtmlRole.Furniture,
        "figcaption" or "caption" => HtmlRole.Caption,
        _ => HtmlRole.None,
    };

    private static HtmlRole OfAttributes(IElement element)
    {
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true" || IsStyledAway(element.GetAttribute("style")))
        {
            return HtmlRole.Hidden;
        }

        var aria = element.GetAttribute("role") switch
        {
            "navigation" or "complementary" or "contentinfo" or "search" or "banner" or "menu" or "toolbar" or "dialog" => HtmlRole.Furniture,
            "doc-endnotes" or "doc-footnote" => HtmlRole.Footnote,
            _ => HtmlRole.None,
        };
        return aria != HtmlRole.None ? aria : OfMicrodata(element);
    }

    private static HtmlRole OfMicrodata(IElement element)
    {
        var role = element.GetAttribute("itemprop") switch
        {
            "author" => HtmlRole.Byline,
            "datePublished" => HtmlRole.Date,
            "alternativeHeadline" => HtmlRole.Dek,
            _ => element.LocalName == "a" && element.GetAttribute("rel") == "author" ? HtmlRole.Byline : HtmlRole.None,
        };
        return role != HtmlRole.None || element.LocalName is "body" or "html" or "main" or "article" ? role : OfClasses(element);
    }

    private static HtmlRole OfClasses(IElement element)
    {
        var role = HtmlRole.None;
        foreach (var name in element.ClassList)
        {
            role = role == HtmlRole.None ? OfClass(name) : role;
        }

        return role != HtmlRole.None || element.Id is not { Length: > 0 } id ? role : OfClass(id);
    }

    private static HtmlRole OfClass(string name)
    {
        var lookup = Classes.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(name, out var whole))
        {
            return whole;
        }

        // "no-sidebar", "has-comments", "single-related" say something about the page, not what the element is: only the
        // first part counts, and the last where it is the noun ("article__share").
        var end = PartEnd(name, 0);
        if (lookup.TryGetValue(name.AsSpan(0, end), out var first))
        {
            return first;
        }

        var last = name.LastIndexOf("__", StringComparison.Ordinal);
        return last > 0 && lookup.TryGetValue(name.AsSpan(last + 2), out var tail) ? tail : HtmlRole.None;
    }

    private static int PartEnd(string name, int start)
    {
        var end = start + 1;
        while (end < name.Length && name[end] is not ('-' or '_') && !(char.IsUpper(name[end]) && char.IsLower(name[end - 1])))
        {
            end++;
        }

        return Math.Min(end, name.Length);
    }

    private static bool IsStyledAway(string? style) =>
        style is not null
        && (style.Replace(" ", "", StringComparison.Ordinal) is var plain)
        && (plain.Contains("display:none", StringComparison.OrdinalIgnoreCase) || plain.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));
}
