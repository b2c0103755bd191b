using System.Text;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Facts;

/// <summary>
/// Text with one attribution marked in it: <c>{source:…}</c>, <c>{cue:…}</c>, <c>{content:…}</c>, content as often as it takes. Spans
/// are compared without the marks, commas and blanks at their ends, as the corpus is scored.
/// </summary>
internal sealed class MarkedAttribution
{
    private static readonly char[] Edges = [' ', '"', '“', '”', '\'', ',', '.', '\n'];

    private readonly Dictionary<string, string> _parts = new() { ["source"] = "", ["cue"] = "", ["content"] = "" };

    public MarkedAttribution(string marked)
    {
        var text = new StringBuilder();
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] != '{')
            {
                text.Append(marked[i]);
                continue;
            }

            var colon = marked.IndexOf(':', i);
            var close = marked.IndexOf('}', colon);
            var words = marked[(colon + 1)..close];
            var role = marked[(i + 1)..colon];
            _parts[role] = _parts[role].Length == 0 ? Trim(words) : _parts[role] + " | " + Trim(words);
            text.Append(words);
            i = close;
        }

        Text = text.ToString();
    }

    public string Text { get; }

    public string Expected => $"{_parts["source"]} / {_parts["cue"]} / {_parts["content"]}";

    public static string Show(ArticleFacts facts, Attribution attribution)
    {
        var source = attribution.Source is { } who ? Trim(facts.Article.GetText(who.Span)) : "";
        var content = string.Join(" | ", attribution.Content.Select(span => Trim(facts.Article.GetText(span))));
        return $"{source} / {Trim(facts.Article.GetText(attribution.Cue))} / {content}";
    }

    private static string Trim(string text) => text.Trim(Edges);
}
