namespace RulesEngine.Cli.Tests;

/// <summary>What <c>new</c> writes is built and run by the tests of the packages; here is what it refuses.</summary>
public sealed class NewCommandTests : IDisposable
{
    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public void A_new_rule_set_holds_its_own_examples()
    {
        var made = _newsroom.Run("new", "ruleset", "acme-house", "--out", "styles/acme-house");

        Assert.Equal((0, ""), (made.ExitCode, made.Errors));
        Assert.Contains("styles/acme-house/ruleset.yml\n", made.Output, StringComparison.Ordinal);
        Assert.Equal("3 examples, 0 failures, 0 warnings\n", _newsroom.Run("test", "./styles/acme-house").Output);
        Assert.Contains("acme-house.Jargon: warning", File.ReadAllText(Path.Combine(_newsroom.Folder, "styles/acme-house/README.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Acme.class", "'class' is a word of C#")]
    [InlineData("Acme.Diagnostic", "'Diagnostic' is the name of a type of the Sdk")]
    [InlineData("Acme..Desk", "a part between its dots is empty")]
    [InlineData("Acme.1st", "'1st' does not begin with a letter")]
    [InlineData("Acme Desk", "' ' cannot stand in it")]
    [InlineData("../Acme", "it is a path; --out says where the files go")]
    [InlineData("C:Acme", "it is a path")]
    [InlineData("Con.Desk", "'CON' is a device on Windows")]
    [InlineData("RulesEngine.Sdk", "assemblies of the tool itself begin with RulesEngine")]
    [InlineData("sourcing", "a bundled plugin has it")]
    [InlineData("", "it is empty")]
    public void A_name_that_cannot_be_a_plugin_is_refused_before_anything_is_written(string name, string reason) => AssertRefused("plugin", name, reason);

    [Theory]
    [InlineData("acme.style", "'.' cannot stand in it")]
    [InlineData("1st", "it does not begin with a letter")]
    [InlineData("a/b", "it is a path")]
    [InlineData("newsroom", "a bundled rule set has it")]
    public void A_name_that_cannot_be_a_rule_set_is_refused_before_anything_is_written(string name, string reason) => AssertRefused("ruleset", name, reason);

    [Fact]
    public void What_exists_is_left_alone()
    {
        var run = _newsroom.Run("new", "ruleset", "house");

        Assert.Equal((2, "rulesengine: new ruleset: 'house' exists already; take another name, or another folder with --out\n"), (run.ExitCode, run.Errors));
        Assert.False(File.Exists(Path.Combine(_newsroom.Folder, "house/ruleset.yml")));
        Assert.Equal(2, _newsroom.Run("new", "plugin", "Acme.Desk", "--out", "rulesengine.yml").ExitCode);
    }

    private void AssertRefused(string kind, string name, string reason)
    {
        var before = Directory.GetFileSystemEntries(_newsroom.Folder);

        var run = _newsroom.Run("new", kind, name);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"rulesengine: new {kind}: '{name}' is no name for it: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains(reason, run.Errors, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(_newsroom.Folder));
    }
}
