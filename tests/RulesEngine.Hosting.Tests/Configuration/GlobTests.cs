using System.Diagnostics;
using RulesEngine.Hosting.Configuration;

namespace RulesEngine.Hosting.Tests.Configuration;

public sealed class GlobTests
{
    [Theory]
    [InlineData("*.md", "a.md", true)]
    [InlineData("*.md", "deep/down/a.md", true)]
    [InlineData("*.md", "a.mdx", false)]
    [InlineData("opinion/**", "opinion/2025/a.txt", true)]
    [InlineData("opinion/**", "opinion/a.txt", true)]
    [InlineData("opinion/**", "opinions/a.txt", false)]
    [InlineData("opinion/*", "opinion/2025/a.txt", false)]
    [InlineData("**/wire/*.txt", "wire/a.txt", true)]
    [InlineData("**/wire/*.txt", "x/y/wire/a.txt", true)]
    [InlineData("**/wire/*.txt", "x/haywire/a.txt", false)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("a/**/b", "axb", false)]
    [InlineData("**", "any/thing", true)]
    [InlineData("draft-?.txt", "draft-1.txt", true)]
    [InlineData("draft-?.txt", "draft-12.txt", false)]
    [InlineData("*.{txt,md}", "x/a.md", true)]
    [InlineData("*.{txt,md}", "x/a.html", false)]
    [InlineData("./drafts/*.txt", "drafts/a.txt", true)]
    [InlineData("a*b*c", "aXXbYYc", true)]
    [InlineData("a*b*c", "aXXbYY", false)]
    [InlineData("*.txt", ".txt", true)]
    public void A_path_matches_as_the_pattern_says(string pattern, string path, bool expected) =>
        Assert.Equal(expected, new Glob(pattern).IsMatch(path));

    [Fact]
    public void A_pattern_that_never_closes_or_stands_for_too_many_is_refused()
    {
        Assert.Contains("no '}'", Assert.Throws<FormatException>(() => new Glob("*.{txt")).Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => new Glob(string.Concat(Enumerable.Repeat("{a,b}", 10))));
    }

    [Fact]
    public void A_hostile_pattern_takes_no_longer_than_another()
    {
        var pattern = new Glob(string.Concat(Enumerable.Repeat("**/*a", 40)));
        var watch = Stopwatch.StartNew();

        Assert.False(pattern.IsMatch(string.Concat(Enumerable.Repeat("a/", 400)) + "b"));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"took {watch.Elapsed}");
    }
}
