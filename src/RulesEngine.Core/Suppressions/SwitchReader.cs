using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Suppressions;

/// <summary>
/// Reads the switches of an article. Ours: <c>rulesengine-disable ID, ID: reason</c> until <c>rulesengine-enable ID</c> or the
/// end (in a Word comment: for the text that it is anchored to; in front matter: for the whole article),
/// <c>rulesengine-disable-next ID: reason</c> for the block that follows. Vale's: <c>vale off</c>, <c>vale on</c>,
/// <c>vale Style.Rule = NO</c>, <c>vale Style.Rule[text] = NO</c>, <c>vale Style = NO</c> and their <c>YES</c>.
/// </summary>
internal static class SwitchReader
{
    private const string Disable = "rulesengine-disable";
    private const string DisableNext = "rulesengine-disable-next";
    private const string Enable = "rulesengine-enable";

    public static ImmutableArray<RuleSwitch> Read(Article article)
    {
        var closed = ImmutableArray.CreateBuilder<RuleSwitch>();
        if (article.FrontMatter.TryGetValue(Disable, out var everywhere))
        {
            closed.Add(Create(article, everywhere, new TextSpan(0, article.Text.Length), null));
        }

        var open = new List<RuleSwitch>();
        foreach (var comment in article.Comments)
        {
            Apply(article, comment, open, closed);
        }

        closed.AddRange(open);
        return closed.ToImmutable();
    }

    private static void Apply(Article article, SourceComment comment, List<RuleSwitch> open, ImmutableArray<RuleSwitch>.Builder closed)
    {
        var rest = new TextSpan(comment.Subject?.Start ?? comment.Position, comment.Subject?.End ?? article.Text.Length);
        if (After(comment.Text, DisableNext) is { } next)
        {
            var block = article.Blocks.FirstOrDefault(block => block.Span.End > comment.Position);
            closed.Add(Create(article, next, comment.Subject ?? block?.Span ?? rest, comment.Span));
        }
        else if (After(comment.Text, Disable) is { } disable)
        {
            open.Add(Create(article, disable, rest, comment.Span));
        }
        else if (After(comment.Text, Enable) is { } enable)
        {
            Close(open, closed, Names(enable.Split(':')[0]), null, comment.Position);
        }
        else if (After(comment.Text, "vale") is { } vale)
        {
            ApplyVale(vale, rest, comment, open, closed);
        }
    }

    private static void ApplyVale(string text, TextSpan rest, SourceComment comment, List<RuleSwitch> open, ImmutableArray<RuleSwitch>.Builder closed)
    {
        if (text is "off")
        {
            open.Add(new RuleSwitch(rest, [], null, "", comment.Span));
        }
        else if (text is "on")
        {
            Close(open, closed, [], null, comment.Position);
        }
        else if (text.LastIndexOf('=') is var equals and > 0)
        {
            var name = text[..equals].Trim();
            var value = text[(equals + 1)..].Trim();
            var bracket = name.IndexOf('[', StringComparison.Ordinal);
            var match = bracket > 0 && name.EndsWith(']') ? name[(bracket + 1)..^1] : null;
            var rule = match is null ? name : name[..bracket];
            if (value.Equals("NO", StringComparison.OrdinalIgnoreCase))
            {
                open.Add(new RuleSwitch(rest, [rule], match, "", comment.Span));
            }
            else if (value.Equals("YES", StringComparison.OrdinalIgnoreCase))
            {
                Close(open, closed, [rule], match, comment.Position);
            }
        }
    }

    /// <summary>Ends the switches that name the same rules; all of them where none is named.</summary>
    private static void Close(List<RuleSwitch> open, ImmutableArray<RuleSwitch>.Builder closed, ImmutableArray<string> rules, string? match, int position)
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (rules.IsEmpty || (open[i].Match == match && open[i].Rules.Any(rule => rules.Contains(rule, StringComparer.OrdinalIgnoreCase))))
            {
                closed.Add(open[i] with { Span = new TextSpan(open[i].Span.Start, Math.Max(open[i].Span.Start, position)) });
                open.RemoveAt(i);
            }
        }
    }

    private static RuleSwitch Create(Article article, string text, TextSpan span, TextSpan? comment)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var names = colon < 0 ? text : text[..colon];
        return new RuleSwitch(span.End > article.Text.Length ? new TextSpan(span.Start, article.Text.Length) : span, Names(names), null, colon < 0 ? "" : text[(colon + 1)..].Trim(), comment);
    }

    private static ImmutableArray<string> Names(string text) => [.. text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>What follows a keyword, or null where the comment does not begin with it.</summary>
    private static string? After(string comment, string keyword)
    {
        var text = comment.AsSpan().Trim();
        return text.StartsWith(keyword, StringComparison.OrdinalIgnoreCase) && (text.Length == keyword.Length || char.IsWhiteSpace(text[keyword.Length]) || text[keyword.Length] == ':')
            ? text[keyword.Length..].Trim().ToString()
            : null;
    }
}
