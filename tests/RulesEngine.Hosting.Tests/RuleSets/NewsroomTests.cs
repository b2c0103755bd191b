using RulesEngine.Hosting.RuleSets;
using RulesEngine.Hosting.RuleSets.Examples;

namespace RulesEngine.Hosting.Tests.RuleSets;

public sealed class NewsroomTests
{
    private static readonly RuleSet s_newsroom = new RuleSetLoader([Path.Combine(RuleFolder.Repository, "rules")], []).Load("newsroom");
    private static readonly RuleTestResult s_result = RuleTester.Test(s_newsroom);

    public static TheoryData<string> Rules => [.. s_newsroom.Descriptors.Select(descriptor => descriptor.Id)];

    [Fact]
    public void Loads_without_a_problem() => Assert.Empty(s_newsroom.Problems);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Examples_hold_and_patterns_can_match(string id) =>
        Assert.DoesNotContain(s_result.Problems, problem => problem.Message.StartsWith(id + ":", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Says_what_is_wrong_in_the_field_s_manner(string id)
    {
        var rule = s_newsroom.Descriptors.Single(descriptor => descriptor.Id == id);
        Assert.False(rule.MessageFormat.EndsWith('.'));
        Assert.False(char.IsUpper(rule.MessageFormat[0]));
        Assert.NotEqual(rule.MessageFormat, rule.Why);
        Assert.Contains(rule.Examples, example => example.IsFlagged);
        Assert.Contains(rule.Examples, example => !example.IsFlagged || rule.Examples.Length > 1);
    }

    [Fact]
    public void Leaves_what_somebody_said_alone() =>
        Assert.Empty(RuleFolder.Run(s_newsroom, "Bridge closed\n\n“Experts say the bridge was obviously doomed, and I committed suicide by going viral,” Ann Hill said.", "article.txt").Findings);
}
