using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using RulesEngine.Documents.Lexicons;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Docx;

/// <summary>What a style makes of a paragraph.</summary>
internal readonly record struct StyleRole(BlockKind Kind, int Level, BlockContainers Within, bool IsList);

/// <summary>The styles of a document, read by name (lexicon docx-styles) and by what they are based on.</summary>
internal sealed class DocxStyles
{
    private const int MaxChain = 20;

    private static readonly Lazy<Dictionary<string, string>> RolesByName = new(() =>
    {
        var roles = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in DocumentLexicons.Read("docx-styles").Entries)
        {
            roles[entry.Term] = entry["role"];
        }

        return roles;
    });

    private readonly Dictionary<string, Style> _byId = new(StringComparer.Ordinal);

    public DocxStyles(Styles? styles)
    {
        foreach (var style in styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id)
            {
                _byId[id] = style;
            }
        }
    }

    public StyleRole RoleOf(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties;
        var id = properties?.ParagraphStyleId?.Val?.Value;
        var isList = IsNumbered(properties?.NumberingProperties, out var level);
        var outline = properties?.OutlineLevel?.Val?.Value;
        for (var i = 0; id is not null && i < MaxChain; i++)
        {
            var style = _byId.GetValueOrDefault(id);
            if (RoleOfName(style?.StyleName?.Val?.Value ?? id) is { } role)
            {
                return role with { IsList = role.IsList || isList, Level = isList && role.Level == 0 ? level : role.Level };
            }

            isList = isList || IsNumbered(style?.StyleParagraphProperties?.NumberingProperties, out level);
            outline ??= style?.StyleParagraphProperties?.OutlineLevel?.Val?.Value;
            id = style?.BasedOn?.Val?.Value;
        }

        return outline is >= 0 and <= 5
            ? new StyleRole(BlockKind.Heading, outline.Value + 1, BlockContainers.None, false)
            : new StyleRole(BlockKind.Paragraph, level, BlockContainers.None, isList);
    }

    private static bool IsNumbered(NumberingProperties? numbering, out int level)
    {
        level = (numbering?.NumberingLevelReference?.Val?.Value ?? 0) + 1;
        return numbering?.NumberingId?.Val?.Value is > 0;
    }

    private static StyleRole? RoleOfName(string name)
    {
        var words = name.Trim();
        if (words.StartsWith("heading", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(words.AsSpan(7).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level >= 1)
        {
            return new StyleRole(BlockKind.Heading, Math.Min(level, 6), BlockContainers.None, false);
        }

        return RolesByName.Value.GetValueOrDefault(words) switch
        {
            "headline" => new StyleRole(BlockKind.Headline, 0, BlockContainers.None, false),
            "dek" => new StyleRole(BlockKind.Dek, 0, BlockContainers.None, false),
            "byline" => new StyleRole(BlockKind.Byline, 0, BlockContainers.None, false),
            "date" => new StyleRole(BlockKind.DateLine, 0, BlockContainers.None, false),
            "caption" => new StyleRole(BlockKind.Caption, 0, BlockContainers.Figure, false),
            "quote" => new StyleRole(BlockKind.Paragraph, 0, BlockContainers.BlockQuote, false),
            "code" => new StyleRole(BlockKind.Code, 0, BlockContainers.None, false),
            "footnote" => new StyleRole(BlockKind.Footnote, 0, BlockContainers.None, false),
            "furniture" => new StyleRole(BlockKind.Furniture, 0, BlockContainers.Furniture, false),
            "list" => new StyleRole(BlockKind.Paragraph, 1, BlockContainers.None, true),
            _ => null,
        };
    }
}
