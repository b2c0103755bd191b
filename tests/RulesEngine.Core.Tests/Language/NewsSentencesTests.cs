namespace RulesEngine.Core.Tests.Language;

public sealed class NewsSentencesTests
{
    private const double LeastF1 = 0.97;

    /// <summary>Sentences count as right where both ends are.</summary>
    [Fact]
    public void Finds_the_sentences_of_news()
    {
        int right = 0, found = 0, expected = 0;
        var misses = new List<string>();
        foreach (var line in Lines())
        {
            var own = Spans(line.Split('‖'));
            var text = line.Replace("‖", "", StringComparison.Ordinal);
            var given = SentencesOf(text);
            right += given.Count(own.Contains);
            found += given.Count;
            expected += own.Count;
            misses.AddRange(given.Where(span => !own.Contains(span)).Select(span => text[span.Start..span.End]));
        }

        var f1 = 2.0 * right / (found + expected);
        Assert.True(expected > 120 && f1 >= LeastF1, $"F1 {f1:F3} of {expected}: {string.Join(" | ", misses)}");
    }

    private static HashSet<(int Start, int End)> SentencesOf(string text) =>
        [.. RulesEngine.Core.Language.SentenceSplitter.Split(Draft.Create(text)).Sentences.Select(sentence => (sentence.Span.Start, sentence.Span.End))];

    private static HashSet<(int Start, int End)> Spans(string[] pieces)
    {
        var spans = new HashSet<(int, int)>();
        var at = 0;
        foreach (var piece in pieces)
        {
            var start = at + piece.Length - piece.TrimStart().Length;
            at += piece.Length;
            spans.Add((start, at - (piece.Length - piece.TrimEnd().Length)));
        }

        return spans;
    }

    private static IEnumerable<string> Lines()
    {
        using var stream = typeof(NewsSentencesTests).Assembly.GetManifestResourceStream("news-sentences.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
