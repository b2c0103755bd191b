namespace RulesEngine.Hosting.Tests.RuleSets;

public sealed class ScopeTests
{
    [Theory]
    [InlineData("", "# A [|very|] big day\n\nIt was [|very|] late. `very` **[|very|]**\n\n```\nvery\n```\n")]
    [InlineData("scope: heading", "# A [|very|] big day\n\nIt was very late.\n")]
    [InlineData("scope: heading.h2", "# A very big day\n\n## A [|very|] small part\n\nVery.\n")]
    [InlineData("scope: paragraph", "# A very big day\n\nIt was [|very|] late.\n")]
    [InlineData("scope: [list, heading]", "# A [|very|] big day\n\nIt was very late.\n\n- a [|very|] small thing\n")]
    [InlineData("scope: text & ~heading", "# A very big day\n\nIt was [|very|] late.\n")]
    [InlineData("scope: ~blockquote", "It was [|very|] late.\n\n> It was very late.\n")]
    [InlineData("scope: blockquote", "It was very late.\n\n> It was [|very|] late.\n")]
    [InlineData("scope: strong", "It was very late and **[|very|] dark**.\n")]
    [InlineData("scope: emphasis", "It was very late and *[|very|] dark*.\n")]
    [InlineData("scope: link", "It was very late at [a [|very|] old house](https://example.org/very).\n")]
    [InlineData("scope: code", "It was very late: `[|very|]`.\n")]
    [InlineData("scope: headline", "# A [|very|] big day\n\n## A very small part\n\nVery.\n")]
    [InlineData("scope: quote", "It was very late. “It was [|very|] dark,” she said.\n")]
    [InlineData("scope: paragraph & ~quote", "It was [|very|] late. “It was very dark,” she said.\n")]
    [InlineData("quotes: exclude", "It was [|very|] late. “It was very dark,” she said.\n")]
    [InlineData("quotes: only", "It was very late. “It was [|very|] dark,” she said.\n")]
    [InlineData("quotes: include", "It was [|very|] late. “It was [|very|] dark,” she said.\n")]
    [InlineData("scope: paragraph.html", "It was very late.\n")]
    [InlineData("scope: paragraph.md", "It was [|very|] late.\n")]
    [InlineData("scope: summary", "It was [|very|] late.\n")]
    [InlineData("scope: raw", "It was [|very|] late and **[|very|] dark**: `[|very|]`.\n")]
    [InlineData("scope: text.md", "It was [|very|] late.\n")]
    [InlineData("scope: text.heading.h2", "# A very big day\n\n## A [|very|] small part\n\nVery.\n")]
    [InlineData("scope: h2.md", "# A very big day\n\n## A [|very|] small part\n\nVery.\n")]
    [InlineData("scope: text.attr.alt", "It was very late.\n\n![A [|very|] old house](house.jpg)\n")]
    [InlineData("scope: text.frontmatter.title", "---\ntitle: A [|very|] big day\ndescription: A very old town\n---\n\n## Very late\n\nIt was very late.\n")]
    [InlineData("scope: text.frontmatter.description", "---\ntitle: A very big day\ndescription: A [|very|] old town\n---\n\nIt was very late.\n")]
    [InlineData("scope: heading", "---\ntitle: A very big day\n---\n\n## [|very|] late\n\nIt was very late.\n")]
    [InlineData("scope: heading", "---\ntitle: A very big day\n---\n\n# A [|very|] big day\n\nIt was very late.\n")]
    [InlineData("scope: [comment.line, text.comment.block.py, class.note, list.rst, frontmatter.slug]", "- It was very late.\n")]
    [InlineData("scope: paragraph & ~comment", "It was [|very|] late.\n")]
    [InlineData("", "See <https://very.example.org/very-late>, [|very|] late.\n")]
    public void Selects(string keys, string markup) => RuleFolder.Check($"extends: existence\nmessage: \"avoid '%s'\"\ntokens: [very]\n{keys}", markup);

    [Fact]
    public void A_sentence_with_code_in_it_is_counted_without_the_code() =>
        RuleFolder.Check("extends: occurrence\nmessage: m\nscope: sentence\nmax: 3\ntoken: '\\b\\w+\\b'", "Run `make it all` now. [|Run|] `make` until it ends.\n");

    [Fact]
    public void A_sentence_is_seen_from_its_own_start() =>
        RuleFolder.Check("extends: existence\nmessage: m\nscope: sentence\nnonword: true\ntokens: ['^So\\b']", "[|So|] it began. He said so. [|So|] it ended.\n");

    [Fact]
    public void Plain_text_has_no_heading_but_a_headline()
    {
        const string Text = "A very big day\n\nIt was late in the town, and nobody came to the hall.\n";
        RuleFolder.Check("extends: existence\nmessage: m\ntokens: [very]\nscope: heading", Text, "article.txt");
        RuleFolder.Check("extends: existence\nmessage: m\ntokens: [very]\nscope: headline", Text.Replace("very", "[|very|]", StringComparison.Ordinal), "article.txt");
    }
}
