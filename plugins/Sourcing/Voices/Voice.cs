using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Voices;

/// <summary>Somebody who says, denies or supports something.</summary>
/// <param name="Span">As written; where the sentence has a pronoun or nothing, the words that it points back to.</param>
/// <param name="Kind">government, military, police, court, agency, organisation, company, spokesperson or person.</param>
internal sealed record Voice(TextSpan Span, string Kind)
{
    /// <summary>The kind of somebody who speaks for himself alone.</summary>
    public const string Person = "person";

    /// <summary>The kind of a court: what it says is not so is a finding more often than an answer.</summary>
    public const string Court = "court";

    /// <summary>True where nothing but a single name says that this is a firm, a club or a band.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>True where the voice speaks for more than himself.</summary>
    public bool IsOfficial => Kind != Person;
}
