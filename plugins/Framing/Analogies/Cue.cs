using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>A line of comparison-cues.tsv, read; the file says what each column means.</summary>
internal sealed record Cue(string Kind, CuePattern Pattern, ImmutableArray<string> Links, bool IsDrawnBySomebody)
{
    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">The pattern is none of <see cref="CuePattern"/>.</exception>
    public static Cue Read(LexiconEntry entry) =>
        Enum.TryParse<CuePattern>(entry["pattern"], ignoreCase: true, out var pattern)
            ? new Cue(
                entry["kind"] is { Length: > 0 } kind ? kind : "comparison",
                pattern,
                [.. entry["link"].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
                entry["voice"] == "attributed")
            : throw new FormatException($"lexicon comparison-cues: '{entry.Term}' has the pattern '{entry["pattern"]}'; write one of {string.Join(", ", Enum.GetNames<CuePattern>()).ToLowerInvariant()}");
}

/// <summary>A cue in a sentence.</summary>
/// <param name="Cue">Its line.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index just after its last token.</param>
internal sealed record FoundCue(Cue Cue, int First, int End);

/// <summary>Where the referent of a cue stands and how much is needed to believe it; comparison-cues.tsv explains each.</summary>
internal enum CuePattern
{
    Strong,
    Echo,
    Weak,
    Memory,
    Naming,
    Again,
    Successor,
    Modern,
    Of,
    Thought,
    Likeness,
    Revive,
    Sight,
    Around,
    Suffix,
    Stem,
    Revival,
    Manner,
    Legacy,
    Once,
    Grave,
    Plain,
    Since,
    Unmatched,
    Ending,
    Carried,
    Lean,
}
