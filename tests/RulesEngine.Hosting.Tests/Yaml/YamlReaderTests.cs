using CsCheck;
using RulesEngine.Hosting.Yaml;

namespace RulesEngine.Hosting.Tests.Yaml;

public sealed class YamlReaderTests
{
    [Fact]
    public void Nodes_carry_their_places()
    {
        var root = Assert.IsType<YamlMapping>(YamlReader.Read("# a comment\nrules:\n  SRC001: error\nrulesets: [newsroom, 'house']\n").Root);

        var rules = Assert.IsType<YamlMapping>(root["rules"]);
        var severity = Assert.IsType<YamlScalar>(rules["SRC001"]);
        Assert.Equal((3, 11, "error", true), (severity.Line, severity.Column, severity.Value, severity.IsPlain));
        var sets = Assert.IsType<YamlSequence>(root["rulesets"]);
        Assert.Equal([true, false], sets.Items.Select(item => ((YamlScalar)item).IsPlain));
        Assert.Null(root["plugins"]);
    }

    [Theory]
    [InlineData("a: 1\nb:\n  - x\n  a: 2\n", 4)]
    [InlineData("a: [1, 2\n", 1)]
    [InlineData("a: \"open\n", 1)]
    [InlineData("a: 1\na: 2\n", 2)]
    [InlineData("a: &x 1\nb: *x\n", 1)]
    [InlineData("a: *missing\n", 1)]
    [InlineData("a: !!str 1\n", 1)]
    [InlineData("a: 1\n---\nb: 2\n", 2)]
    [InlineData("? [x, y]\n: 1\n", 1)]
    public void What_cannot_be_used_is_named_with_its_line(string text, int line)
    {
        var (root, problem) = YamlReader.Read(text);

        Assert.Null(root);
        Assert.NotNull(problem);
        Assert.InRange(problem.Line, line, line + 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment\n")]
    public void An_empty_file_has_no_root_and_no_problem(string text) => Assert.Equal((null, null), YamlReader.Read(text));

    [Fact]
    public void Depth_and_length_are_bounded()
    {
        Assert.Contains("nested deeper", YamlReader.Read(new string('[', 10_000)).Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("longer than", YamlReader.Read(new string(' ', YamlReader.MaximumLength + 1)).Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        Gen.String[Gen.Char["ab:-[]{}&*!|>'\"%@`#, \n\t?~é\0"], 0, 60].Sample(text => YamlReader.Read(text) is { } read && (read.Problem is null || read.Root is null));
}
