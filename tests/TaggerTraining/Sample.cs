using RulesEngine.Core.Language;
using RulesEngine.Sdk;

namespace RulesEngine.TaggerTraining;

/// <summary>A sentence to learn from: its words as the tagger sees them, and their right tags.</summary>
internal sealed record Sample(WordView[] Views, PennTag[] Tags);
