using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Docx;

/// <summary>Writes the text inside paragraphs: insertions kept, deletions dropped, of fields the result only.</summary>
internal sealed class DocxRuns(DocxText text, MainDocumentPart main, ReadLimits limits)
{
    private readonly List<OpenXmlElement> _textBoxes = [];

    // One entry for each open field: true while its instruction, not its result, is read.
    private readonly Stack<bool> _fields = new();
    private int _depth;
    private bool _isCopy;

    /// <summary>Contents of the text boxes that were anchored since the last call; they read after the paragraph.</summary>
    public List<OpenXmlElement> TakeTextBoxes()
    {
        List<OpenXmlElement> boxes = [.. _textBoxes];
        _textBoxes.Clear();
        return boxes;
    }

    public void Walk(OpenXmlElement parent)
    {
        if (++_depth > limits.MaxNesting)
        {
            throw new DocumentException(DocumentProblem.Limit("max-nesting", "runs are nested too deeply", limits.MaxNesting));
        }

        foreach (var child in parent.ChildElements)
        {
            WalkChild(child);
        }

        _depth--;
    }

    private void WalkChild(OpenXmlElement child)
    {
        var start = text.Position;
        switch (child)
        {
            case Run run:
                WalkRun(run);
                break;
            case OpenXmlUnknownElement { LocalName: "r" } run:
                // Smart tags are not in the SDK's schema any more, and their runs come untyped.
                _isCopy = true;
                WalkRun(new Run(run.OuterXml));
                _isCopy = false;
                break;
            case Hyperlink link:
                Walk(link);
                text.Mark(InlineKind.Link, start, TargetOf(link));
                break;
            case CommentRangeStart { Id.Value: { } id }:
                text.StartComment(id);
                break;
            case CommentRangeEnd { Id.Value: { } id }:
                text.EndComment(id);
                break;
            case DeletedRun or MoveFromRun or ParagraphProperties or SdtProperties or SdtEndCharProperties or CustomXmlProperties:
                break;
            case DocumentFormat.OpenXml.Math.Text math:
                text.Append(math.Text);
                break;
            default:
                // Insertions, moves to here, smart tags, content controls, simple fields, formulas: their contents count.
                Walk(child);
                break;
        }
    }

    private void WalkRun(Run run)
    {
        if (IsOn(run.RunProperties?.Vanish))
        {
            return;
        }

        var start = text.Position;
        foreach (var child in run.ChildElements)
        {
            WalkRunContent(child);
        }

        if (IsOn(run.RunProperties?.Bold))
        {
            text.Mark(InlineKind.Strong, start);
        }

        if (IsOn(run.RunProperties?.Italic))
        {
            text.Mark(InlineKind.Emphasis, start);
        }
    }

    private void WalkRunContent(OpenXmlElement child)
    {
        switch (child)
        {
            case FieldChar field:
                WalkFieldMark(field);
                break;
            case AlternateContent alternate:
                FindTextBoxes((OpenXmlElement?)alternate.GetFirstChild<AlternateContentChoice>() ?? alternate);
                break;
            case Drawing or Picture or EmbeddedObject:
                FindTextBoxes(child);
                break;
            case Ruby ruby:
                Walk(ruby.GetFirstChild<RubyBase>() ?? new RubyBase());
                break;
            default:
                if (!_fields.Contains(true))
                {
                    text.Append(CharactersOf(child), _isCopy ? null : child as Text);
                }

                break;
        }
    }

    private void WalkFieldMark(FieldChar field)
    {
        var type = field.FieldCharType?.Value;
        if (type == FieldCharValues.Begin)
        {
            _fields.Push(true);
        }
        else if (_fields.Count > 0)
        {
            _fields.Pop();
            if (type == FieldCharValues.Separate)
            {
                _fields.Push(false);
            }
        }
    }

    private void FindTextBoxes(OpenXmlElement drawing)
    {
        foreach (var box in drawing.Descendants<TextBoxContent>())
        {
            // A box in a box is found when the outer one is read; the fallback repeats the choice for old versions of Word.
            if (!box.Ancestors<TextBoxContent>().Any(outer => outer.Ancestors().Contains(drawing)) && !box.Ancestors<AlternateContentFallback>().Any())
            {
                _textBoxes.Add(box);
            }
        }
    }

    private static string CharactersOf(OpenXmlElement child) => child switch
    {
        Text run => run.Text,
        TabChar or PositionalTab => "\t",
        Break { Type.Value: var type } when type == BreakValues.Page || type == BreakValues.Column => " ",
        Break or CarriageReturn => DocxText.LineBreak.ToString(),
        NoBreakHyphen => "\u2011",
        SymbolChar symbol => SymbolOf(symbol.Char?.Value),
        _ => "",
    };

    // Symbol fonts have their characters at F020 and above; those of ASCII can be read, pictures cannot.
    private static string SymbolOf(string? code)
    {
        if (!int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
        {
            return "";
        }

        value = value is >= 0xF020 and <= 0xF07E ? value - 0xF000 : value;
        return value is >= 0xE000 and <= 0xF8FF or > 0xFFFF or (>= 0xD800 and <= 0xDFFF) or < 0x20 ? "\uFFFD" : ((char)value).ToString();
    }

    private static bool IsOn(OnOffType? property) => property is not null && (property.Val is null || property.Val.Value);

    private string? TargetOf(Hyperlink link)
    {
        if (link.Id?.Value is not { } id)
        {
            return link.Anchor?.Value is { } anchor ? "#" + anchor : null;
        }

        foreach (var relationship in main.HyperlinkRelationships)
        {
            if (relationship.Id == id)
            {
                return relationship.Uri.OriginalString;
            }
        }

        return null;
    }
}
