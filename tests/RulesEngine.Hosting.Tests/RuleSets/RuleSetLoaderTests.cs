using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Tests.RuleSets;

public sealed class RuleSetLoaderTests
{
    private const string Good = "extends: existence\nmessage: \"avoid '%s'\"\ntokens: [very]\n";

    [Theory]
    [InlineData("extends: existence\nmessage: m\ntoken: [very]\n", 3, 1, "'token' is no key of the extension point existence; did you mean 'tokens'?")]
    [InlineData("extends: existance\nmessage: m\ntokens: [very]\n", 1, 10, "there is no extension point 'existance'; did you mean 'existence'?")]
    [InlineData("extends: existence\nmessage: m\ntokens:\n  - good\n  - 'bad('\n", 5, 5, "'bad(' is no valid pattern")]
    [InlineData("extends: existence\nmessage: m\nscope: headlin\ntokens: [very]\n", 3, 8, "scope 'headlin' does not exist; did you mean 'headline'?")]
    [InlineData("extends: existence\nmessage: m\nlevel: warn\ntokens: [very]\n", 3, 8, "'level' is suggestion, warning or error, not 'warn'")]
    [InlineData("extends: existence\ntokens: [very]\n", 1, 1, "'message' is missing")]
    [InlineData("extends: existence\nmessage: m\n", 1, 1, "an existence rule needs 'tokens'")]
    [InlineData("extends: existence\nmessage: m\nignorecase: maybe\ntokens: [very]\n", 3, 13, "'ignorecase' is true or false")]
    [InlineData("extends: existence\nmessage: m\ntokens:\n  - {a: b}\n", 4, 5, "an entry of 'tokens' is keys with values")]
    [InlineData("extends: existence\nmessage: m\ntokens: [very]\nexamples:\n  flag: [It is very late.]\n", 5, 10, "put [| and |] around")]
    [InlineData("extends: occurrence\nmessage: m\ntoken: a\n", 1, 1, "needs 'max' or 'min'")]
    [InlineData("extends: existence\nmessage: m\nignorecase: true\nIgnoreCase: false\ntokens: [very]\n", 4, 1, "'ignorecase' stands there twice")]
    [InlineData("extends: sequence\nmessage: m\ntokens:\n  - {pattern: very, min: 0}\n", 4, 26, "'min' is how often the token has to stand, 1 to 100")]
    [InlineData("extends: metric\nmessage: m\nformula: words / sentence\ncondition: '> 3'\n", 3, 10, "there is no count 'sentence'; did you mean 'sentences'?")]
    [InlineData("extends: script\nmessage: m\nscript: x\n", 1, 10, "write the rule as an analyzer of a plugin")]
    [InlineData("extends: Other.Rule\nmessage: m\n", 1, 10, "there is no rule 'Other.Rule' to extend")]
    [InlineData("extends: &a existence\nmessage: *a\n", 1, 10, "anchors and aliases")]
    [InlineData("- a\n", 1, 1, "the file is a list")]
    [InlineData("", 1, 1, "the file is empty")]
    public void Says_where_a_rule_is_wrong_and_loads_the_others(string yaml, int line, int column, string message)
    {
        using var folder = new RuleFolder().With("Bad.yml", yaml).With("Good.yml", Good);
        var set = folder.Load();
        var problem = Assert.Single(set.Problems);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal((NotificationIds.InvalidRule, DiagnosticSeverity.Error, line, column), (problem.Id, problem.Severity, problem.Line, problem.Column));
        Assert.EndsWith("House/Bad.yml", problem.Path, StringComparison.Ordinal);
        Assert.Equal("House.Good", Assert.Single(set.Descriptors).Id);
    }

    [Fact]
    public void Hostile_yaml_is_a_problem_with_a_place()
    {
        using var folder = new RuleFolder()
            .With("Deep.yml", new string('[', 5000))
            .With("Long.yml", "message: " + new string('a', 5_000_000))
            .With("Binary.yml", "\0\u0001\u0002")
            .With("Good.yml", Good);
        var set = folder.Load();
        Assert.Equal(3, set.Problems.Length);
        Assert.Single(set.Descriptors);
    }

    [Fact]
    public void A_rule_can_extend_a_rule()
    {
        using var folder = new RuleFolder()
            .With("Std/Words.yml", "extends: existence\nmessage: \"avoid '%s'\"\nid: Std.X\ntokens: [very, really]\n")
            .With("Rule.yml", "extends: Std.Words\nlevel: error\ntokens+: [quite]\ntokens-: [really]\n");
        var set = folder.Load();
        Assert.Empty(set.Problems);
        Assert.Equal(("House.Rule", DiagnosticSeverity.Error), (set.Descriptors[0].Id, set.Descriptors[0].DefaultSeverity));
        RuleFolder.Check(set, "It is [|very|], really, [|quite|] late.");
    }

    [Fact]
    public void Capitals_of_keys_make_no_difference_to_what_a_rule_takes_over()
    {
        using var folder = new RuleFolder()
            .With("Std/Words.yml", "extends: existence\nmessage: \"avoid '%s'\"\nignorecase: true\ntokens: [very]\n")
            .With("Rule.yml", "Extends: Std.Words\nignoreCase: false\n");
        var set = folder.Load();
        Assert.Empty(set.Problems);
        RuleFolder.Check(set, "Very late and [|very|] dark.");
    }

    [Fact]
    public void A_rule_replaces_one_of_its_name_two_sets_above()
    {
        using var folder = new RuleFolder()
            .With("Old/words/Very.yml", Good)
            .With("Old/Other.yml", Good.Replace("very", "old", StringComparison.Ordinal))
            .With("Std/ruleset.yml", "extends: [Old]\n")
            .With("Std/Late.yml", Good.Replace("very", "late", StringComparison.Ordinal))
            .With("ruleset.yml", "extends: [Std]\n")
            .With("House/words/Very.yml", Good.Replace("very", "quite", StringComparison.Ordinal));
        var set = folder.Load();
        Assert.Empty(set.Problems);
        RuleFolder.Check(set, "Very [|old|], very [|late|], [|quite|] dark.");
    }

    [Fact]
    public void A_rule_that_extends_itself_is_a_problem()
    {
        using var folder = new RuleFolder().With("Rule.yml", "extends: House.Rule\nmessage: m\n");
        Assert.Contains("more than 10 deep", Assert.Single(folder.Load().Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_can_extend_a_set_and_replace_a_rule()
    {
        using var folder = new RuleFolder()
            .With("Base/ruleset.yml", "name: Base\n")
            .With("Base/Words.yml", Good)
            .With("Base/More.yml", Good.Replace("very", "quite", StringComparison.Ordinal))
            .With("ruleset.yml", "name: Mine\nversion: '2'\nextends: [Base]\ndefaults: {level: error, quotes: exclude}\nlexicons: {official-bodies: {add: [the Harbour Board]}}\n")
            .With("Words.yml", Good.Replace("very", "really", StringComparison.Ordinal));
        var set = folder.Load();
        Assert.Empty(set.Problems);
        Assert.Equal(["Base.More", "Mine.Words"], set.Descriptors.Select(descriptor => descriptor.Id));
        Assert.Equal(("Mine", "2", "the Harbour Board"), (set.Name, set.Version, set.Lexicons[0].Added[0]));
        RuleFolder.Check(set, "It is very, [|really|], [|quite|] late.");
    }

    [Fact]
    public void An_unknown_set_is_named_with_the_nearest_one()
    {
        using var folder = new RuleFolder().With("Good.yml", Good);
        var set = new Hosting.RuleSets.RuleSetLoader([folder.Root], []).Load("Hause");
        Assert.Contains("there is no rule set 'Hause'; did you mean 'House'?", Assert.Single(set.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepted_words_are_left_alone()
    {
        using var folder = new RuleFolder().With("Rule.yml", Good).With("Strict.yml", Good + "vocab: false\n");
        Assert.Equal("House.Strict", Assert.Single(RuleFolder.Check(folder.Load("very"), "It is [|very|] late.")).Descriptor.Id);
    }

    [Fact]
    public void A_pattern_that_takes_too_long_is_a_notification_and_the_other_rules_go_on()
    {
        using var folder = new RuleFolder()
            .With("Good.yml", Good)
            .With("Slow.yml", "extends: existence\nmessage: m\nnonword: true\ntokens: ['(?<=x)(a|aa|a?a)+(?=\\1y)']\n");
        var result = RuleFolder.Run(folder.Load(), "It is very late x" + new string('a', 60) + " today.");
        Assert.Equal("House.Good", Assert.Single(result.Findings).Diagnostic.Descriptor.Id);
        Assert.Equal(NotificationIds.RuleTimedOut, Assert.Single(result.Notifications).Id);
    }

    [Fact]
    public void A_repeat_inside_a_repeat_runs_in_linear_time()
    {
        using var folder = new RuleFolder().With("Slow.yml", "extends: existence\nmessage: m\nnonword: true\ntokens: ['(a+)+b']\n");
        Assert.Empty(RuleFolder.Run(folder.Load(), "It is " + new string('a', 5000) + " today.").Notifications);
    }
}
