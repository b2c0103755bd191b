using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.RuleSets;
using RulesEngine.Hosting.Suppressions;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting;

/// <summary>Everything that one configuration asks for, loaded and set up. Safe to use from many threads.</summary>
public sealed class ConfiguredAnalysis
{
    internal ConfiguredAnalysis(RunConfiguration configuration, AnalysisDriver driver, ConfiguredRules rules, ImmutableArray<RuleSet> ruleSets, SuppressionFile? suppressions, ImmutableArray<Notification> problems)
    {
        Configuration = configuration;
        Driver = driver;
        Rules = rules;
        RuleSets = ruleSets;
        Suppressions = suppressions;
        Problems = problems;
    }

    /// <summary>What the file says.</summary>
    public RunConfiguration Configuration { get; }

    /// <summary>Runs the rules.</summary>
    public AnalysisDriver Driver { get; }

    /// <summary>Severities and options.</summary>
    public ConfiguredRules Rules { get; }

    /// <summary>The rule sets that run.</summary>
    public ImmutableArray<RuleSet> RuleSets { get; }

    /// <summary>The file of suppressions, or null.</summary>
    public SuppressionFile? Suppressions { get; }

    /// <summary>What is wrong with the configuration, or could not be loaded.</summary>
    public ImmutableArray<Notification> Problems { get; }

    /// <summary>Analyses an article with the settings for its path and the file of suppressions.</summary>
    /// <param name="article">The article.</param>
    /// <param name="fullPath">Full path of the article.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public ArticleResult Analyze(Article article, string fullPath, CancellationToken cancellationToken) => Analyze(article, fullPath, null, cancellationToken);

    /// <summary>Analyses an article as above and measures what takes how long.</summary>
    /// <param name="article">The article.</param>
    /// <param name="fullPath">Full path of the article.</param>
    /// <param name="timing">Takes the times; null to measure nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public ArticleResult Analyze(Article article, string fullPath, RunTiming? timing, CancellationToken cancellationToken)
    {
        var result = Driver.Analyze(article, Rules.For(fullPath), timing, cancellationToken);
        return Suppressions is null ? result : Suppressions.Apply(result, fullPath, id => Runs(id, fullPath));
    }

    /// <summary>True where a rule exists and is on for an article.</summary>
    /// <param name="ruleId">Id of the rule.</param>
    /// <param name="fullPath">Full path of the article.</param>
    public bool Runs(string ruleId, string fullPath) =>
        Driver.Rules.FirstOrDefault(rule => rule.Descriptor.Id == ruleId) is { } rule && Rules.For(fullPath).IsEnabled(rule.Descriptor);
}
