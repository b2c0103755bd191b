using System.Collections.Immutable;
using RulesEngine.Documents.Decoding;
using RulesEngine.Documents.Docx;
using RulesEngine.Documents.Html;
using RulesEngine.Documents.Markdown;
using RulesEngine.Documents.PlainText;
using RulesEngine.Sdk;

namespace RulesEngine.Documents;

/// <summary>
/// The door of this assembly: bytes in, article or problems out. The format is told by the ending of the file name. Whatever the
/// bytes are, nothing is thrown but <see cref="OperationCanceledException"/> and what the caller's stream throws.
/// </summary>
public static class ArticleReader
{
    private const int ShortestChunk = 4_096;
    private const int LongestChunk = 81_920;

    /// <summary>Endings that can be read, with their dot, in lower case.</summary>
    public static ImmutableArray<string> Endings { get; } = [".txt", ".md", ".markdown", ".html", ".htm", ".docx"];

    /// <summary>True where the ending is one that newsrooms use, and that is to be saved as another format first.</summary>
    public static bool IsKnownUnreadable(string path) => FormatToSaveAs(Path.GetExtension(path)) is not null;

    /// <summary>Reads a draft.</summary>
    /// <param name="path">For the format and for <see cref="Article.Path"/>; the file system is not touched.</param>
    /// <param name="content">The file; read to its end unless it is longer than it may be; not closed.</param>
    /// <param name="options">Null for the defaults.</param>
    public static ArticleReadResult Read(string path, Stream content, ArticleReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        options ??= ArticleReadOptions.Default;
        // A file says how long it is: a chunk for the longest, once a draft, would be a fifth of what a run allocates.
        var length = content.CanSeek ? (int)Math.Clamp(content.Length - content.Position, 0, options.Limits.MaxBytes) : LongestChunk;
        using var buffer = new MemoryStream(length);
        var chunk = new byte[Math.Clamp(length + 1, ShortestChunk, LongestChunk)];
        for (int count; buffer.Length <= options.Limits.MaxBytes && (count = content.Read(chunk)) > 0;)
        {
            buffer.Write(chunk, 0, count);
        }

        return Read(path, buffer.GetBuffer().AsMemory(0, (int)buffer.Length), options);
    }

    /// <inheritdoc cref="Read(string, Stream, ArticleReadOptions?)"/>
    public static ArticleReadResult Read(string path, ReadOnlyMemory<byte> content, ArticleReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        options ??= ArticleReadOptions.Default;
        try
        {
            return new ArticleReadResult(ReadFormat(path.Replace('\\', '/'), content, options), []);
        }
        catch (DocumentException exception)
        {
            return ArticleReadResult.Failed(exception.Problem);
        }
    }

    private static Article ReadFormat(string path, ReadOnlyMemory<byte> content, ArticleReadOptions options)
    {
        var ending = Path.GetExtension(path);
        ending = options.Formats.IsEmpty ? ending : options.Formats.GetValueOrDefault(ending.ToLowerInvariant(), ending);
        if (FormatToSaveAs(ending) is { } name)
        {
            throw new DocumentException(new($"{ending.ToLowerInvariant()} is {name}, which cannot be read; save it as .docx"));
        }

        var format = FormatOf(ending) ?? throw new DocumentException(new(
            $"'{ending}' is no ending of a draft; there are {string.Join(' ', Endings)}"));
        if (content.Length > options.Limits.MaxBytes)
        {
            throw new DocumentException(DocumentProblem.Limit("max-bytes", "the file is too large: its size in bytes is", options.Limits.MaxBytes));
        }

        if (content.IsEmpty)
        {
            throw new DocumentException(new("the file is empty (0 bytes); was it saved?"));
        }

        if (format == ArticleFormat.Docx)
        {
            return DocxReader.Read(path, content, options);
        }

        var text = TextDecoder.Decode(content.Span, format, options.Limits);
        return format switch
        {
            ArticleFormat.Markdown => MarkdownReader.Read(path, text, options),
            ArticleFormat.Html => HtmlReader.Read(path, text, options),
            _ => PlainTextReader.Read(path, text, options),
        };
    }

    private static ArticleFormat? FormatOf(string ending) => ending.ToLowerInvariant() switch
    {
        ".txt" => ArticleFormat.Text,
        ".md" or ".markdown" => ArticleFormat.Markdown,
        ".html" or ".htm" => ArticleFormat.Html,
        ".docx" => ArticleFormat.Docx,
        _ => null,
    };

    private static string? FormatToSaveAs(string ending) => ending.ToLowerInvariant() switch
    {
        ".doc" => "the format of Word before 2007",
        ".odt" => "an OpenDocument text",
        ".rtf" => "rich text",
        ".pages" => "a Pages document",
        _ => null,
    };
}
