using System.Globalization;
using System.Text.Json;
using RulesEngine.Sdk;

namespace RulesEngine.Reporting.Formats;

/// <summary>What <c>inspect --format json</c> prints: the tree and the facts of an article as one compact object on a line.</summary>
public static class FactsFormat
{
    /// <summary>Writes the line of an article.</summary>
    public static void Write(Stream output, ArticleFacts facts)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(facts);
        using (var json = new Utf8JsonWriter(output, JsonOutput.Options))
        {
            json.WriteStartObject();
            WriteArticle(json, facts.Article);
            WriteLanguage(json, facts);
            WriteFacts(json, facts);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteArticle(Utf8JsonWriter json, Article article)
    {
        json.WriteString("path", article.Path);
        json.WriteString("date", article.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("language", article.Language);
        WriteList(json, "blocks", article.Blocks, block =>
        {
            json.WriteString("kind", NameOf(block.Kind));
            WriteSpan(json, article, block.Span);
        });
    }

    private static void WriteLanguage(Utf8JsonWriter json, ArticleFacts facts)
    {
        WriteList(json, "sentences", facts.Sentences, sentence => JsonOutput.WriteRange(json, facts.Article, sentence.Span));
        json.WriteStartArray("tokens");
        for (var i = 0; i < facts.Tokens.Length; i++)
        {
            json.WriteStartObject();
            json.WriteString("text", facts.Article.AsSpan(facts.Tokens[i].Span));
            json.WriteString("tag", PennTags.NameOf(facts.Tags[i]));
            json.WriteString("lemma", facts.GetLemma(i));
            JsonOutput.WriteRange(json, facts.Article, facts.Tokens[i].Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFacts(Utf8JsonWriter json, ArticleFacts facts)
    {
        var article = facts.Article;
        WriteList(json, "quotations", facts.Quotations, quotation =>
        {
            JsonOutput.WriteRange(json, article, quotation.Span);
            json.WriteString("text", article.AsSpan(quotation.Span));
            json.WriteString("speaker", facts.GetSpeaker(quotation) is { } speaker ? article.GetText(speaker.Antecedent ?? speaker.Span) : null);
        });
        WriteList(json, "attributions", facts.Attributions, attribution => WriteAttribution(json, article, attribution));
        WriteList(json, "figures", facts.Figures, figure => WriteFigure(json, facts, figure));
        WriteList(json, "accounts", facts.Accounts, account =>
        {
            WriteSpan(json, article, account.Span);
            json.WriteString("handle", account.Handle);
            json.WriteString("platform", account.Platform);
            json.WriteString("role", NameOf(account.Role));
        });
        WriteList(json, "times", facts.Times, time =>
        {
            WriteSpan(json, article, time.Span);
            json.WriteString("kind", NameOf(time.Kind));
            json.WriteString("first", time.First?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("last", time.Last?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        });
    }

    private static void WriteAttribution(Utf8JsonWriter json, Article article, Attribution attribution)
    {
        if (attribution.Source is { } source)
        {
            json.WriteStartObject("source");
            WriteSpan(json, article, source.Span);
            json.WriteString("kind", NameOf(source.Kind));
            if (source.Antecedent is { } antecedent)
            {
                json.WriteString("antecedent", article.AsSpan(antecedent));
            }

            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("source");
        }

        json.WriteStartObject("cue");
        WriteSpan(json, article, attribution.Cue);
        json.WriteEndObject();
        WriteList(json, "content", attribution.Content, span => WriteSpan(json, article, span));
        json.WriteString("stance", NameOf(attribution.Stance));
        json.WriteBoolean("hedged", attribution.IsHedged);
    }

    private static void WriteFigure(Utf8JsonWriter json, ArticleFacts facts, Figure figure)
    {
        WriteSpan(json, facts.Article, figure.Span);
        WriteValue(json, figure.Value);
        json.WriteString("unit", figure.Unit);
        json.WriteString("kind", NameOf(figure.Kind));
        json.WriteString("status", NameOf(figure.Status));
        json.WriteString("why", figure.Why);
        var index = figure.Attribution is { } attribution ? facts.Attributions.IndexOf(attribution) : -1;
        if (index >= 0)
        {
            json.WriteNumber("attribution", index);
        }
        else
        {
            json.WriteNull("attribution");
        }
    }

    /// <summary>A number, or an object with low and high where they differ, or null.</summary>
    private static void WriteValue(Utf8JsonWriter json, FigureValue? value)
    {
        if (value is not { } number)
        {
            json.WriteNull("value");
        }
        else if (number.Low == number.High && number.Low is { } exact)
        {
            json.WriteNumber("value", exact);
        }
        else
        {
            json.WriteStartObject("value");
            WriteBound(json, "low", number.Low);
            WriteBound(json, "high", number.High);
            json.WriteEndObject();
        }
    }

    private static void WriteBound(Utf8JsonWriter json, string name, decimal? bound)
    {
        if (bound is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteSpan(Utf8JsonWriter json, Article article, TextSpan span)
    {
        JsonOutput.WriteRange(json, article, span);
        json.WriteString("text", article.AsSpan(span));
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The name of a value in lower case.</summary>
    private static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();
}

/// <summary>Tags as the treebank writes them.</summary>
internal static class PennTags
{
    public static string NameOf(PennTag tag) => tag switch
    {
        PennTag.PRPS => "PRP$",
        PennTag.WPS => "WP$",
        PennTag.Comma => ",",
        PennTag.Period => ".",
        PennTag.Colon => ":",
        PennTag.OpenQuote => "``",
        PennTag.CloseQuote => "''",
        PennTag.Dollar => "$",
        PennTag.LeftBracket => "-LRB-",
        PennTag.RightBracket => "-RRB-",
        _ => tag.ToString(),
    };
}
