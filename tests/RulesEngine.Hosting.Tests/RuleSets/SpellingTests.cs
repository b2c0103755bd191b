using RulesEngine.Hosting.RuleSets.Spelling;

namespace RulesEngine.Hosting.Tests.RuleSets;

/// <summary>The extension point spelling with a small dictionary of its own; where the system has no Hunspell, that it says so.</summary>
public sealed class SpellingTests : IDisposable
{
    private readonly RuleFolder _folder = new RuleFolder()
        .With("config/dictionaries/tiny.aff", "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\nSFX S Y 1\nSFX S 0 s .\n")
        .With("config/dictionaries/tiny.dic", "6\nthe\ncouncil/S\nmet\ncafé\ndon't\nin\n")
        .With("lists/names.txt", "Kyiv\n");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "The councils met in the [|hal|].")]
    [InlineData("", "The café don’t [|comit|]—the council \"met\" (in [|Kyiv|]).")]
    [InlineData("ignore: lists/names.txt", "The council met in Kyiv.")]
    [InlineData("exceptions: [hal]", "The council met in the hal.")]
    [InlineData("", "NATO met in example.com, b2b, state-of-art the GitHub.")]
    [InlineData("custom: true", "[|NATO|] met in [|b2b|].")]
    [InlineData("filters: ['^ha']", "The council met in the hall, NATO [|tooth|].")]
    public void Finds_words_that_the_dictionary_does_not_have(string keys, string markup)
    {
        var set = _folder.With("Rule.yml", $"extends: spelling\nmessage: \"'%s'\"\ndictionaries: tiny\n{keys}\n").Load();
        Assert.Empty(set.Problems);
        if (HunspellLibrary.Instance is null)
        {
            AssertNamed(set, HunspellLibrary.Missing);
            return;
        }

        RuleFolder.Check(set, markup);
    }

    [Fact]
    public void A_dictionary_that_is_not_there_is_named_when_the_rule_runs()
    {
        var set = _folder.With("Rule.yml", "extends: spelling\nmessage: \"'%s'\"\ndictionaries: none\n").Load();
        Assert.Empty(set.Problems);
        AssertNamed(set, "there is no dictionary 'none'");
    }

    [Fact]
    public void Spellings_are_suggested_on_demand()
    {
        var set = _folder.With("Rule.yml", "extends: spelling\nmessage: \"'%s'\"\ndictionaries: tiny\naction: {name: suggest, params: [spellings]}\n").Load();
        if (HunspellLibrary.Instance is not null)
        {
            var found = Assert.Single(RuleFolder.Check(set, "The [|counicl|] met."));
            Assert.Contains(found.Fixes, fix => fix.Edits[0].NewText == "council");
        }
    }

    private static void AssertNamed(RulesEngine.Hosting.RuleSets.RuleSet set, string message) =>
        Assert.Contains(RuleFolder.Run(set, "The council met.").Notifications, notification => notification.Message.Contains(message, StringComparison.Ordinal));
}
