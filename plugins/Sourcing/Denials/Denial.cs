using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Denials;

/// <summary>A passage in which somebody denies a claim.</summary>
/// <param name="Sentence">The sentence that it stands in.</param>
/// <param name="Span">The clause that denies: from the denier, where he comes first, to the end of the clause.</param>
/// <param name="Cue">The denying words.</param>
/// <param name="Denier">Who denies.</param>
internal sealed record Denial(Sentence Sentence, TextSpan Span, TextSpan Cue, Denier Denier);

/// <summary>Somebody who denies.</summary>
/// <param name="Span">As written; where the sentence has a pronoun or nothing, the words that it points back to.</param>
/// <param name="Kind">government, military, police, court, agency, organisation, company, spokesperson or person.</param>
internal sealed record Denier(TextSpan Span, string Kind)
{
    /// <summary>The kind of somebody who speaks for himself alone.</summary>
    public const string Person = "person";

    /// <summary>True where the denier speaks for more than himself.</summary>
    public bool IsOfficial => Kind != Person;
}
