using System.Text.RegularExpressions;
using CsCheck;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Tests.RuleSets;

/// <summary>Whatever way a pattern is looked for, it finds what one regular expression over the whole text would find.</summary>
public sealed class PatternPropertyTests
{
    private static readonly string[] s_tokens =
        ["ab", "a b", "ab?", "(?:a|b)c", "b\\w+", "c-a", "a\\.", "[ab]{1,2}", "c(?= a)", "(?<!c )b", "é", "(a|b) c", "ba|ca|a c", "\\d+"];

    private static readonly string[] s_pieces = ["a", "b", "c", "ab", "bc", " ", " ", "-", ".", "é", "A", "1", "_"];

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void One_pattern_finds_what_a_regular_expression_finds(bool ignoreCase, bool nonword) =>
        Gen.Select(OneOf(s_tokens), OneOf(s_pieces).Array[1, 40]).Sample(
            (token, pieces) =>
            {
                var text = "x " + string.Concat(pieces) + " x";
                using var folder = new RuleFolder().With("Rule.yml", $"extends: existence\nmessage: m\nignorecase: {(ignoreCase ? "true" : "false")}\nnonword: {(nonword ? "true" : "false")}\ntokens: ['{token}']\n");
                var expected = Regex.Matches(text, nonword ? token : $"\\b(?:{token})\\b", RegexOptions.CultureInvariant | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None))
                    .Select(match => (match.Index, match.Index + match.Length));
                var found = RuleFolder.Run(folder.Load(), Paragraph(text)).Findings.Select(finding => (finding.Diagnostic.Span.Start, finding.Diagnostic.Span.End));
                Assert.Equal(expected, found);
            },
            iter: 300);

    [Fact]
    public void Words_are_what_the_engine_calls_words()
    {
        for (var c = '\0'; c < '\uFFFF'; c++)
        {
            Assert.Equal(Regex.IsMatch(c.ToString(), "^\\w$") || c is '\u200C' or '\u200D', Hosting.RuleSets.Patterns.WordCharacters.IsWord(c));
        }
    }

    private static Article Paragraph(string text) => new()
    {
        Path = "article",
        Format = ArticleFormat.Text,
        Text = text,
        SourceText = text,
        SourceMap = SourceMap.Identity(text),
        Blocks = [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))],
    };

    private static Gen<string> OneOf(string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
