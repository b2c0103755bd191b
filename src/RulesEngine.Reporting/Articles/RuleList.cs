using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;
using Scriban.Runtime;

namespace RulesEngine.Reporting.Articles;

/// <summary>The rules that found something, worst and most frequent first; each has a key that is safe as an HTML id and class.</summary>
internal sealed class RuleList
{
    private readonly ImmutableArray<(DiagnosticDescriptor Rule, DiagnosticSeverity Severity, int Count)> _rules;
    private readonly Dictionary<DiagnosticDescriptor, string> _keys;

    private RuleList(ImmutableArray<(DiagnosticDescriptor Rule, DiagnosticSeverity Severity, int Count)> rules)
    {
        _rules = rules;
        _keys = rules.Select((rule, index) => (rule.Rule, Key: string.Create(CultureInfo.InvariantCulture, $"r{index + 1}"))).ToDictionary(pair => pair.Rule, pair => pair.Key);
    }

    public static RuleList Of(IEnumerable<Finding> findings) => new(
        [
            .. findings.GroupBy(finding => finding.Diagnostic.Descriptor)
                .Select(group => (Rule: group.Key, Severity: group.Max(finding => finding.Severity), Count: group.Count()))
                .OrderByDescending(rule => rule.Severity)
                .ThenByDescending(rule => rule.Count)
                .ThenBy(rule => rule.Rule.Id, StringComparer.Ordinal),
        ]);

    public string KeyOf(DiagnosticDescriptor rule) => _keys[rule];

    public ScriptArray ToValues() => Values.List(_rules, rule => Values.Object(
        ("key", _keys[rule.Rule]),
        ("id", rule.Rule.Id),
        ("title", rule.Rule.Title),
        ("category", rule.Rule.Category),
        ("severity", Values.NameOf(rule.Severity)),
        ("why", rule.Rule.Why),
        ("help_uri", FindingValues.SafeUri(rule.Rule.HelpUri)),
        ("count", rule.Count)));
}
