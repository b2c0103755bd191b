using System.Collections.Immutable;

namespace RulesEngine.Sdk;

/// <summary>What a rule is: everything that lists, documentation, configuration and tests need, without running it.</summary>
public sealed class DiagnosticDescriptor
{
    /// <summary>Letters, digits, dots and dashes, unique in a run: <c>SRC001</c>, <c>newsroom.LoadedVerbs</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Names the defect in a few words: "unsourced figure".</summary>
    public required string Title { get; init; }

    /// <summary>Composite format string; lower case, no full stop, says what is wrong and what an editor would do.</summary>
    public required string MessageFormat { get; init; }

    /// <summary>Groups rules in lists: "Sourcing", "Framing".</summary>
    public required string Category { get; init; }

    /// <summary>Used where neither configuration nor rule set says otherwise.</summary>
    public required DiagnosticSeverity DefaultSeverity { get; init; }

    /// <summary>False for a rule that has to be asked for.</summary>
    public bool IsEnabledByDefault { get; init; } = true;

    /// <summary>Why the rule exists, in plain words, for an editor.</summary>
    public required string Why { get; init; }

    /// <summary>Texts that the rule flags and texts that it passes; they are the tests and the documentation.</summary>
    public ImmutableArray<RuleExample> Examples { get; init; } = [];

    /// <summary>What a configuration may set.</summary>
    public ImmutableArray<OptionDescriptor> Options { get; init; } = [];

    /// <summary>Address of a page about the rule, or null.</summary>
    public string? HelpUri { get; init; }

    /// <summary>Version in which the rule appeared.</summary>
    public string Since { get; init; } = "0.1";

    /// <summary>True for a rule that only makes sense in English text; it is silent in other languages.</summary>
    public bool RequiresEnglish { get; init; } = true;

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Title}";
}

/// <summary>An example of a rule. What the rule flags stands between <c>[|</c> and <c>|]</c>.</summary>
/// <param name="Markup">Article text with marks; none in an example that passes.</param>
public sealed record RuleExample(string Markup)
{
    /// <summary>Date of the example article, where the rule needs one.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>True where the rule is to flag something.</summary>
    public bool IsFlagged => Markup.Contains("[|", StringComparison.Ordinal);
}
