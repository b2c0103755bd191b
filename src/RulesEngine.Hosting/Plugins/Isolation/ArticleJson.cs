using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Plugins.Isolation;

/// <summary>An article as a message: everything that rules can see, and nothing that could be computed again.</summary>
internal static class ArticleJson
{
    public static void Write(Utf8JsonWriter json, Article article)
    {
        json.WriteString("path", article.Path);
        json.WriteNumber("format", (int)article.Format);
        json.WriteString("text", article.Text);
        if (article.SourceText != article.Text)
        {
            json.WriteString("source", article.SourceText);
        }

        WriteAll(json, "segments", article.SourceMap.Segments, static (json, segment) => Write(json, segment.Text.Start, segment.Text.End, segment.Source.Start, segment.Source.End));
        WriteAll(json, "blocks", article.Blocks, static (json, block) => Write(json, (int)block.Kind, block.Span.Start, block.Span.End, block.Level, (int)block.Within));
        WriteAll(json, "inlines", article.Inlines, static (json, inline) =>
        {
            Write(json, (int)inline.Kind, inline.Span.Start, inline.Span.End);
            json.WriteStringValue(inline.Target);
        });
        WriteAll(json, "comments", article.Comments, static (json, comment) =>
        {
            Write(json, comment.Span.Start, comment.Span.End, comment.Position, comment.Subject?.Start ?? -1, comment.Subject?.End ?? -1);
            json.WriteStringValue(comment.Text);
        });
        if (article.Dateline is { } dateline)
        {
            WriteAll(json, "dateline", [dateline], static (json, span) => Write(json, span.Start, span.End));
        }

        json.WriteString("date", article.Date?.ToString("O", CultureInfo.InvariantCulture));
        json.WriteString("language", article.Language);
        json.WriteStartObject("frontMatter");
        foreach (var (key, value) in article.FrontMatter)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    public static Article Read(JsonElement json)
    {
        var text = json.GetProperty("text").GetString()!;
        var source = json.TryGetProperty("source", out var other) ? other.GetString()! : text;
        return new Article
        {
            Path = json.GetProperty("path").GetString()!,
            Format = (ArticleFormat)json.GetProperty("format").GetInt32(),
            Text = text,
            SourceText = source,
            SourceMap = new SourceMap(ReadAll(json.GetProperty("segments"), static row => new SourceSegment(row.Span(), row.Span())), source),
            Blocks = ReadAll(json.GetProperty("blocks"), static row => new Block((BlockKind)row.Number(), row.Span(), row.Number(), (BlockContainers)row.Number())),
            Inlines = ReadAll(json.GetProperty("inlines"), static row => new Inline((InlineKind)row.Number(), row.Span(), row.Text())),
            Comments = ReadAll(json.GetProperty("comments"), static row =>
            {
                var (span, position, subject) = (row.Span(), row.Number(), row.Span());
                return new SourceComment(span, row.Text()!, position, subject.Start < 0 ? null : subject);
            }),
            Dateline = json.TryGetProperty("dateline", out var dateline) ? ReadAll(dateline, static row => row.Span())[0] : null,
            Date = json.GetProperty("date").GetString() is { } date ? DateOnly.ParseExact(date, "O", CultureInfo.InvariantCulture) : null,
            Language = json.GetProperty("language").GetString(),
            FrontMatter = json.GetProperty("frontMatter").EnumerateObject().ToImmutableDictionary(pair => pair.Name, pair => pair.Value.GetString()!),
        };
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, params ReadOnlySpan<int> numbers)
    {
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }
    }

    private static ImmutableArray<T> ReadAll<T>(JsonElement values, Func<FlatRows, T> read)
    {
        var rows = new FlatRows(values);
        var items = ImmutableArray.CreateBuilder<T>();
        while (rows.HasMore)
        {
            items.Add(read(rows));
        }

        return items.ToImmutable();
    }

    /// <summary>Rows that were written one after the other into one array.</summary>
    private sealed class FlatRows
    {
        private JsonElement.ArrayEnumerator _values;

        public FlatRows(JsonElement values)
        {
            _values = values.EnumerateArray();
            HasMore = _values.MoveNext();
        }

        public bool HasMore { get; private set; }

        public int Number() => Next().GetInt32();

        public string? Text() => Next().GetString();

        public TextSpan Span() => new(Number(), Number());

        private JsonElement Next()
        {
            var current = HasMore ? _values.Current : throw new MessageException("half a row");
            HasMore = _values.MoveNext();
            return current;
        }
    }
}
