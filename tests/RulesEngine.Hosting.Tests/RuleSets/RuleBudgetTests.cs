using RulesEngine.Core.Analysis;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Lexicons;
using RulesEngine.Documents;
using RulesEngine.Hosting.RuleSets;

namespace RulesEngine.Hosting.Tests.RuleSets;

/// <summary>A rule that takes too much time on an article says nothing about it and is named; the others are heard.</summary>
public sealed class RuleBudgetTests
{
    private const string Good = "extends: existence\nmessage: \"avoid '%s'\"\ntokens: [very]\n";

    [Fact]
    public void Searches_that_are_each_in_time_but_not_together_stop_their_rule()
    {
        using var folder = new RuleFolder()
            .With("Good.yml", Good)
            .With("Slow.yml", "extends: existence\nmessage: m\nnonword: true\ntokens: ['(a+)(?=\\1q)', late]\n");
        var paragraph = "It is very late " + new string('a', 600) + " today.";
        var result = Run(folder.Load(), string.Join("\n\n", Enumerable.Repeat(paragraph, 60)), TimeSpan.FromMilliseconds(200), timing: null);

        Assert.Equal(Enumerable.Repeat("House.Good", 60), result.Findings.Select(finding => finding.Diagnostic.Descriptor.Id));
        AssertOverBudget(result, "Slow.yml took longer than its budget of 0.2 s in all");
    }

    [Theory]
    [InlineData("extends: occurrence\nmessage: m\nscope: paragraph\nmin: 1\ntoken: today\n")]
    [InlineData("extends: capitalization\nmessage: m\nscope: paragraph\nmatch: $lower\n")]
    [InlineData("extends: sequence\nmessage: m\ntokens: [{pattern: very}]\n")]
    public void So_does_a_long_look_at_what_was_found(string slow)
    {
        using var folder = new RuleFolder().With("Slow.yml", slow);
        var text = string.Join("\n\n", Enumerable.Repeat("It is very late.", 20));

        Assert.Equal(20, Run(folder.Load(), text, TimeSpan.FromSeconds(1000), new RunTiming(new TickingClock())).Findings.Length);
        var stopped = Run(folder.Load(), text, TimeSpan.FromSeconds(15), new RunTiming(new TickingClock()));
        Assert.Empty(stopped.Findings);
        AssertOverBudget(stopped, "Slow.yml took longer than its budget of 15 s in all");
    }

    [Fact]
    public void Each_rule_and_phase_has_its_own_time_and_all_of_it_is_told()
    {
        using var folder = new RuleFolder().With("Good.yml", Good).With("Other.yml", Good.Replace("very", "quite", StringComparison.Ordinal));
        var clock = new TickingClock();
        var timing = new RunTiming(clock);
        Run(folder.Load(), "It is very, very late.", TimeSpan.FromSeconds(1000), timing);

        var entries = timing.Entries;
        Assert.Equal(["House.Good"], entries.Where(entry => entry.IsRule).Select(entry => entry.Name));
        Assert.Contains("words of all YAML rules", entries.Where(entry => !entry.IsRule).Select(entry => entry.Name));
        Assert.All(entries, entry => Assert.Equal(1, entry.Articles));
        Assert.Equal(entries.OrderByDescending(entry => entry.Time).ThenBy(entry => entry.Name, StringComparer.Ordinal), entries);
        Assert.All(entries, entry => Assert.True(entry.Time >= TimeSpan.FromSeconds(1), entry.Name));
        Assert.True(entries.Sum(entry => entry.Time.TotalSeconds) <= clock.Seconds);
    }

    private static void AssertOverBudget(ArticleResult result, string message)
    {
        var notification = Assert.Single(result.Notifications);
        Assert.Equal((NotificationIds.RuleTimedOut, Sdk.DiagnosticSeverity.Error), (notification.Id, notification.Severity));
        Assert.StartsWith("rule House.Slow of House stopped on this article: ", notification.Message, StringComparison.Ordinal);
        Assert.Contains(message, notification.Message, StringComparison.Ordinal);
    }

    private static ArticleResult Run(RuleSet set, string text, TimeSpan budget, RunTiming? timing)
    {
        Assert.Empty(set.Problems);
        var lexicons = EmbeddedLexicons.Instance;
        var analyzer = new RuleSetAnalyzer(set) { Budget = budget };
        var driver = new AnalysisDriver([new AnalyzerRegistration(analyzer, lexicons, set.Name)], [], new FactsEngine(lexicons), TimeSpan.FromSeconds(30));
        var article = ArticleReader.Read("article.md", System.Text.Encoding.UTF8.GetBytes(text)).Article!;
        return driver.Analyze(article, RuleSettings.Default, timing, CancellationToken.None);
    }

    /// <summary>A second goes by whenever somebody looks.</summary>
    private sealed class TickingClock : TimeProvider
    {
        public long Seconds { get; private set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => ++Seconds;
    }
}
