namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>A comparison with its referent.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index just after its last token.</param>
/// <param name="Referent">The history that it leans on.</param>
/// <param name="Kind">"comparison", "epithet", "recurrence", "coinage", "superlative" or "contrast".</param>
/// <param name="IsDrawnBySomebody">True where the words themselves say that somebody draws it ("critics likened").</param>
internal sealed record Analogy(int First, int End, Referent Referent, string Kind, bool IsDrawnBySomebody = false);
