using System.Collections.Immutable;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.RuleSets;
using RulesEngine.Hosting.RuleSets.Files;
using RulesEngine.Hosting.RuleSets.Patterns;
using RulesEngine.Hosting.RuleSets.Rules;
using RulesEngine.Hosting.RuleSets.Scopes;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Vale;

/// <summary>The rules that the words of a vocabulary are by themselves: Vale.Avoid for rejected ones, Vale.Terms for the spelling of accepted ones.</summary>
internal static class VocabularyRules
{
    /// <summary>Name of Vale's own style.</summary>
    public const string StyleName = "Vale";

    /// <summary>The rules as a set, or null where the vocabulary makes none. How accepted words are written is only a rule to Vale.</summary>
    public static RuleSet? Create(RunConfiguration configuration)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        if (!configuration.RejectedWords.IsEmpty)
        {
            rules.Add(new ExistenceRule(
                Describe(configuration, "Avoid", "rejected word", "Avoid using '%s'.", "The vocabulary of this folder rejects the word."),
                [.. configuration.RejectedWords.Where(IsValid).Select((word, index) => new RulePattern(index, word, IgnoresCase: false, IsWordBounded: true))],
                Exceptions.None));
        }

        ImmutableArray<string> terms = configuration.Vale is null ? [] : [.. configuration.AcceptedWords.Where(IsValid).OrderByDescending(word => word.Length)];
        if (!terms.IsEmpty)
        {
            rules.Add(new SubstitutionRule(
                Describe(configuration, "Terms", "spelling of a term", "Use '%s' instead of '%s'.", "The vocabulary of this folder writes the word in another way."),
                [.. terms.Select((word, index) => new RulePattern(index, word, IgnoresCase: true, IsWordBounded: true))],
                [.. terms.Select(word => new SwapTarget([word], word, HasGroups: false, RuleReader.ToAccepted(word)))],
                Exceptions.None,
                capitalizes: false));
        }

        return rules.Count > 0 ? new RuleSet(StyleName, rules.ToImmutable(), []) : null;
    }

    private static bool IsValid(string word) => RegexFactory.FindError(word, PatternParser.Parse(word)) is null;

    private static RuleHeader Describe(RunConfiguration configuration, string name, string title, string message, string why)
    {
        var template = new MessageTemplate(message);
        var descriptor = new DiagnosticDescriptor
        {
            Id = $"{StyleName}.{name}",
            Title = title,
            MessageFormat = template.ToCompositeFormat(),
            Category = StyleName,
            DefaultSeverity = DiagnosticSeverity.Error,
            Why = why,
            RequiresEnglish = false,
        };
        return new RuleHeader(descriptor, template, ScopeSelector.Default, QuotePolicy.Include, 0, FixMaker.Default, configuration.Path ?? "", [], []);
    }
}
