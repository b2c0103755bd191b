using System.Collections.Immutable;
using RulesEngine.Hosting.RuleSets.Patterns;
using RulesEngine.Hosting.RuleSets.Scopes;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary>What a rule does with words that somebody else said.</summary>
internal enum QuotePolicy
{
    /// <summary>Looks at them as at any other text; Vale's way.</summary>
    Include,

    /// <summary>Leaves them alone: house style does not correct what somebody said.</summary>
    Exclude,

    /// <summary>Looks at nothing else.</summary>
    Only,
}

/// <summary>What all extension points have in common.</summary>
/// <param name="Descriptor">What lists, configuration and tests need.</param>
/// <param name="Message">Filled for each finding.</param>
/// <param name="Scope">Where the rule looks.</param>
/// <param name="Quotes">What it does with quotations.</param>
/// <param name="Limit">Most findings in an article; 0 for no limit.</param>
/// <param name="Fixes">Makes the fixes of a finding.</param>
/// <param name="Path">The rule file.</param>
/// <param name="Lines">Where its patterns stand in the file.</param>
/// <param name="ExampleLines">Where its examples stand in the file, in the order of the descriptor's examples.</param>
internal sealed record RuleHeader(
    DiagnosticDescriptor Descriptor,
    MessageTemplate Message,
    ScopeSelector Scope,
    QuotePolicy Quotes,
    int Limit,
    FixMaker Fixes,
    string Path,
    ImmutableArray<TokenPlace> Lines,
    ImmutableArray<TokenPlace> ExampleLines)
{
    /// <summary>Name inside its set, from its file; a rule of the same name in a set that extends this one stands in its place.</summary>
    public string Name { get; init; } = "";
}

/// <summary>Where a pattern stands in its rule file.</summary>
/// <param name="Text">As written.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
internal sealed record TokenPlace(string Text, int Line, int Column);

/// <summary>One pattern that a rule wants to be looked for.</summary>
/// <param name="Group">The rule's own number for it.</param>
/// <param name="Text">A regular expression.</param>
/// <param name="IgnoresCase">True where upper and lower case are the same.</param>
/// <param name="IsWordBounded">True where a border of a word has to stand at both ends.</param>
internal sealed record RulePattern(int Group, string Text, bool IgnoresCase, bool IsWordBounded)
{
    /// <summary>True where a match counts only beside another with the same text.</summary>
    public bool IsForRepetition { get; init; }
}

/// <summary>A rule of a rule set. Immutable; its state for an article lives in <see cref="RuleRun"/>.</summary>
internal abstract class Rule(RuleHeader header)
{
    /// <summary>What all extension points have in common.</summary>
    public RuleHeader Header { get; } = header;

    /// <summary>What is to be looked for; found in one pass together with the patterns of all other rules.</summary>
    public virtual ImmutableArray<RulePattern> Patterns => [];

    /// <summary>True for a rule that has something to say where none of its patterns matches.</summary>
    public virtual bool RunsWithoutMatches => Patterns.IsEmpty;

    /// <summary>Looks at what was found and reports.</summary>
    public abstract void Evaluate(RuleRun run);
}
