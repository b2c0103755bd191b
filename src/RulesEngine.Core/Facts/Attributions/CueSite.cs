using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Where a cue stands, in chunks.</summary>
/// <param name="After">The chunk after the cue.</param>
/// <param name="LeftEdge">First chunk that can be content on the left.</param>
internal readonly record struct CueSite(Sentence Sentence, int Verb, int After, Cue Cue, TokenRange? Subject, int LeftEdge)
{
    /// <summary>True for a cue without a verb: that of the sentence is still to come.</summary>
    public bool IsBare { get; init; }
}
