using RulesEngine.Sdk;

namespace RulesEngine.Core.Language;

/// <summary>Dictionary forms of English words.</summary>
internal static class Lemmatizer
{
    /// <summary>Lower case, except names.</summary>
    public static string GetLemma(ReadOnlySpan<char> word, PennTag tag) => word.ToString().ToLowerInvariant();
}
