using System.Globalization;
using System.Text;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Output;

/// <summary>The structure and the facts of an article, for people.</summary>
internal static class FactsText
{
    private const int Longest = 90;

    public static void Write(Stream output, ArticleFacts facts)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var article = facts.Article;
        writer.WriteLine(TerminalText.Clean(article.Path));
        writer.WriteLine($"  format {article.Format}, date {article.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "unknown"}, language {article.Language ?? "unknown"}, {facts.Sentences.Length} sentences, {facts.Tokens.Length} tokens");
        Section(writer, "blocks", article.Blocks, block => Line(article, block.Span, block.Kind.ToString()));
        Section(writer, "quotations", facts.Quotations, quotation => Line(article, quotation.Span, quotation.IsPhrase ? "phrase" : "utterance"));
        Section(writer, "attributions", facts.Attributions, attribution => DescribeAttribution(article, attribution));
        Section(writer, "figures", facts.Figures, figure => Line(article, figure.Span, $"{figure.Status}, {figure.Kind}", figure.Why));
        Section(writer, "accounts", facts.Accounts, account => Line(article, account.Span, account.Role.ToString(), account.Platform));
        Section(writer, "times", facts.Times, time => Line(article, time.Span, time.Kind.ToString(), time.First?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        writer.WriteLine();
    }

    private static void Section<T>(StreamWriter writer, string title, IReadOnlyCollection<T> items, Func<T, string> describe)
    {
        if (items.Count == 0)
        {
            return;
        }

        writer.WriteLine($"  {title}");
        foreach (var item in items)
        {
            writer.WriteLine($"    {describe(item)}");
        }
    }

    private static string DescribeAttribution(Article article, Attribution attribution)
    {
        var source = attribution.Source is { } known ? $"{Quote(article, known.Span)} ({known.Kind})" : "nobody named";
        var hedged = attribution.IsHedged ? ", hedged" : "";
        return Line(article, attribution.Cue, $"{attribution.Stance}{hedged}", source);
    }

    private static string Line(Article article, TextSpan span, string what, string? more = null)
    {
        var start = article.SourceMap.GetRange(span).Start;
        return string.Create(CultureInfo.InvariantCulture, $"{start.Line}:{start.Column} {what}: {Quote(article, span)}{(string.IsNullOrEmpty(more) ? "" : $" - {TerminalText.Clean(more)}")}");
    }

    private static string Quote(Article article, TextSpan span)
    {
        var text = TerminalText.Clean(article.AsSpan(span));
        return text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest - 1), "…");
    }
}
