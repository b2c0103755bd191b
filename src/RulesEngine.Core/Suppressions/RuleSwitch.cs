using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Suppressions;

/// <summary>A stretch of the article in which rules are switched off, as its author asked.</summary>
/// <param name="Span">In article text.</param>
/// <param name="Rules">Ids of rules, names of rule sets, or empty for all rules.</param>
/// <param name="Match">The only text for which the rules are off, or null for any.</param>
/// <param name="Reason">Why; empty where none was given.</param>
/// <param name="Comment">Where it was asked for, in the file; null for front matter.</param>
internal sealed record RuleSwitch(TextSpan Span, ImmutableArray<string> Rules, string? Match, string Reason, TextSpan? Comment)
{
    /// <summary>True where the switch silences a finding.</summary>
    public bool Covers(Article article, Diagnostic diagnostic) =>
        Span.Start <= diagnostic.Span.Start && diagnostic.Span.End <= Span.End
        && Names(diagnostic.Descriptor.Id)
        && (Match is null || article.AsSpan(diagnostic.Span).Equals(Match, StringComparison.OrdinalIgnoreCase));

    /// <summary>True where the switch is about a rule: by its id, or by the rule set that the id begins with.</summary>
    public bool Names(string id) => Rules.IsEmpty || Rules.Any(name =>
        id.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (id.Length == name.Length || id[name.Length] == '.'));
}
