using RulesEngine.Sdk;

namespace RulesEngine.Core.Language;

/// <summary>The tags that a word may have: as the model knows the word, or else by its ending and what the model knows of its stem.</summary>
internal static class WordClasses
{
    private const int ShortestInflected = 4;

    /// <summary>Sets the class of a word; returns its tag where it has only one, otherwise None.</summary>
    public static PennTag Classify(TagTable table, ReadOnlySpan<char> text, ref WordView view)
    {
        var tags = table.FindTags(view.Word, out var certain);
        view.Class = TagFeatures.ClassOf(tags != 0 ? tags : Inflected(table, text));
        return certain ? (PennTag)System.Numerics.BitOperations.TrailingZeroCount(tags) : PennTag.None;
    }

    /// <summary>True where a word may have a tag.</summary>
    public static bool May(TagTable table, ReadOnlySpan<char> text, ref readonly WordView view, PennTag tag) =>
        Has(table.FindTags(view.Word, out _) is not 0 and var tags ? tags : Inflected(table, text), tag);

    /// <summary>A set of tags, one bit a tag.</summary>
    public static ulong SetOf(params ReadOnlySpan<PennTag> tags)
    {
        ulong set = 0;
        foreach (var tag in tags)
        {
            set |= 1UL << (int)tag;
        }

        return set;
    }

    /// <summary>The tags of regular forms: plurals, verb forms, degrees of comparison; 0 where the stem is not known.</summary>
    public static ulong Inflected(TagTable table, ReadOnlySpan<char> text)
    {
        if (text.Length < ShortestInflected)
        {
            return 0;
        }

        return (text[^1] | 0x20) switch
        {
            's' => Plural(table, text),
            'd' when (text[^2] | 0x20) == 'e' => Has(Stem(table, text, 2), PennTag.VB) ? SetOf(PennTag.VBD, PennTag.VBN) : 0,
            'g' when EndsWith(text, "ing") => Has(Stem(table, text, 3), PennTag.VB) ? SetOf(PennTag.VBG) : 0,
            'r' when EndsWith(text, "er") => Has(Stem(table, text, 2), PennTag.JJ) ? SetOf(PennTag.JJR) : 0,
            't' when EndsWith(text, "est") => Has(Stem(table, text, 3), PennTag.JJ) ? SetOf(PennTag.JJS) : 0,
            _ => 0,
        };
    }

    private static ulong Plural(TagTable table, ReadOnlySpan<char> text)
    {
        var stem = table.FindTags(TagFeatures.HashWord(text[..^1]), out _);
        if (stem == 0 && EndsWith(text, "es"))
        {
            stem = table.FindTags(TagFeatures.HashWord(text[..^2]), out _);
            stem |= stem == 0 && (text[^3] | 0x20) == 'i' ? table.FindTags(TagFeatures.Extend(TagFeatures.HashWord(text[..^3]), 'y'), out _) : 0;
        }

        return (Has(stem, PennTag.NN) ? SetOf(PennTag.NNS) : 0) | (Has(stem, PennTag.VB) ? SetOf(PennTag.VBZ) : 0);
    }

    // "walk|ed", "bak|ed" (bake), "stop|ped" (stop), "den|ied" (deny).
    private static ulong Stem(TagTable table, ReadOnlySpan<char> text, int ending)
    {
        var stem = text[..^ending];
        var hash = TagFeatures.HashWord(stem);
        var tags = table.FindTags(hash, out _) | table.FindTags(TagFeatures.Extend(hash, 'e'), out _);
        if (tags != 0 || stem.Length < 3)
        {
            return tags;
        }

        return (stem[^1] | 0x20) == 'i' ? table.FindTags(TagFeatures.Extend(TagFeatures.HashWord(stem[..^1]), 'y'), out _)
            : stem[^1] == stem[^2] ? table.FindTags(TagFeatures.HashWord(stem[..^1]), out _)
            : 0;
    }

    private static bool Has(ulong tags, PennTag tag) => (tags & (1UL << (int)tag)) != 0;

    private static bool EndsWith(ReadOnlySpan<char> text, string ending) => text.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
