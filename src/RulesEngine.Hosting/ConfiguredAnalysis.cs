using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.RuleSets;

namespace RulesEngine.Hosting;

/// <summary>Everything that one configuration asks for, loaded and set up. Safe to use from many threads.</summary>
public sealed class ConfiguredAnalysis
{
    internal ConfiguredAnalysis(RunConfiguration configuration, AnalysisDriver driver, ConfiguredRules rules, ImmutableArray<RuleSet> ruleSets, ImmutableArray<Notification> problems)
    {
        Configuration = configuration;
        Driver = driver;
        Rules = rules;
        RuleSets = ruleSets;
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

    /// <summary>What is wrong with the configuration, or could not be loaded.</summary>
    public ImmutableArray<Notification> Problems { get; }
}
