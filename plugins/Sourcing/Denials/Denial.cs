using RulesEngine.Plugins.Sourcing.Voices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Denials;

/// <summary>A passage in which somebody denies a claim.</summary>
/// <param name="Sentence">The sentence that it stands in.</param>
/// <param name="Span">The clause that denies: from the denier, where he comes first, to the end of the clause.</param>
/// <param name="Cue">The denying words.</param>
/// <param name="Denier">Who denies.</param>
internal sealed record Denial(Sentence Sentence, TextSpan Span, TextSpan Cue, Voice Denier);
