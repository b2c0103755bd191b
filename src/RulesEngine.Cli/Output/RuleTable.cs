using System.Globalization;
using RulesEngine.Core.Analysis;

namespace RulesEngine.Cli.Output;

/// <summary>The table at the end of a long run: how often each rule reported something, and in how many articles.</summary>
internal sealed class RuleTable
{
    /// <summary>A run of so many articles is too long to be counted by eye.</summary>
    public const int LeastArticles = 10;

    private readonly Dictionary<string, Row> _rows = new(StringComparer.Ordinal);

    /// <summary>Counts the findings of the next article.</summary>
    /// <param name="number">Number of the article in the run.</param>
    /// <param name="findings">Those that are reported.</param>
    public void Add(int number, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var descriptor = finding.Diagnostic.Descriptor;
            if (!_rows.TryGetValue(descriptor.Id, out var row))
            {
                _rows.Add(descriptor.Id, row = new Row(descriptor.Id, descriptor.Title));
            }

            row.Findings++;
            row.Articles += row.LastArticle == number ? 0 : 1;
            row.LastArticle = number;
        }
    }

    /// <summary>The most findings first, then by id.</summary>
    public void Write(TextWriter writer)
    {
        if (_rows.Count == 0)
        {
            return;
        }

        var width = _rows.Values.Max(row => row.Id.Length);
        writer.WriteLine("findings  articles  rule");
        foreach (var row in _rows.Values.OrderByDescending(row => row.Findings).ThenBy(row => row.Id, StringComparer.Ordinal))
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Findings,8}  {row.Articles,8}  {row.Id.PadRight(width)}  {TerminalText.Clean(row.Title)}"));
        }

        writer.WriteLine();
    }

    private sealed class Row(string id, string title)
    {
        public string Id { get; } = id;

        public string Title { get; } = title;

        public int Findings { get; set; }

        public int Articles { get; set; }

        public int LastArticle { get; set; }
    }
}
