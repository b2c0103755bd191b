using RulesEngine.Core.Language;
using RulesEngine.Sdk;

namespace RulesEngine.TaggerTraining;

/// <summary>Writes weights as <see cref="TagModel"/> reads them.</summary>
internal static class ModelWriter
{
    // Weights are multiples of their greatest over this; what is rounded to less than the least kept is dropped.
    private const double Scale = 127;

    // Share of slots in use.
    private const double Fill = 0.6;

    /// <summary>The bytes of a model.</summary>
    /// <param name="index">Features with their rows.</param>
    /// <param name="weights">The weights of the rows.</param>
    /// <param name="words">The dictionary.</param>
    /// <param name="greatest">The weight that fills a byte.</param>
    /// <param name="least">The least rounded weight that is kept.</param>
    public static byte[] Write(FeatureIndex index, float[] weights, WordTags words, double greatest, int least)
    {
        var lists = new SortedDictionary<uint, List<(byte Tag, sbyte Weight)>>();
        foreach (var (feature, row) in index.Rows)
        {
            var list = Quantise(weights.AsSpan(row * Perceptron.Width, Perceptron.Width), Scale / greatest, least);
            if (list.Count > 0)
            {
                lists[feature] = list;
            }
        }

        return Lay(lists, words);
    }

    /// <summary>The bytes of a model that knows no features, only words.</summary>
    public static byte[] WriteWords(WordTags words) => Lay([], words);

    private static List<(byte Tag, sbyte Weight)> Quantise(ReadOnlySpan<float> weights, double scale, int least)
    {
        var list = new List<(byte, sbyte)>();
        for (var tag = 1; tag <= (int)PennTag.RightBracket; tag++)
        {
            var weight = Math.Clamp((int)Math.Round(weights[tag] * scale), -127, 127);
            if (Math.Abs(weight) >= least)
            {
                list.Add(((byte)tag, (sbyte)weight));
            }
        }

        return list;
    }

    private static byte[] Lay(SortedDictionary<uint, List<(byte Tag, sbyte Weight)>> lists, WordTags words)
    {
        var owners = new uint?[SlotsFor(lists.Count)];
        foreach (var feature in lists.Keys)
        {
            Place(owners, feature);
        }

        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(TagModel.Magic);
        writer.Write(owners.Length);
        WriteWords(writer, words);
        var (bases, cells) = Address(owners, lists);
        bases.ForEach(writer.Write);
        Array.ForEach(cells, writer.Write);
        foreach (var owner in owners)
        {
            var list = owner is { } feature ? lists[feature] : [];
            for (var i = 0; i < list.Count; i++)
            {
                writer.Write((byte)(list[i].Tag | (i + 1 == list.Count ? TagModel.Last : 0)));
                writer.Write(list[i].Weight);
            }
        }

        if (lists.Count == 0)
        {
            // A reader looks for the end of the last list.
            writer.Write((ushort)TagModel.Last);
        }

        return bytes.ToArray();
    }

    private static int SlotsFor(int count)
    {
        var blocks = (int)(count / Fill) >> TagModel.BlockBits;
        return (blocks + 1) << TagModel.BlockBits;
    }

    private static void WriteWords(BinaryWriter writer, WordTags words)
    {
        var sets = words.Words.Values.Select(word => word.Tags).Distinct().Order().ToList();
        var owners = new uint?[SlotsFor(words.Words.Count)];
        foreach (var word in words.Words.Keys)
        {
            Place(owners, word);
        }

        writer.Write(owners.Length);
        writer.Write(sets.Count);
        sets.ForEach(writer.Write);
        foreach (var owner in owners)
        {
            writer.Write(owner is { } word
                ? ((word >> 16) << 16) | (uint)sets.IndexOf(words.Words[word].Tags) | (words.Words[word].Certain ? TagModel.Certain : 0)
                : TagModel.Empty);
        }
    }

    private static void Place(uint?[] owners, uint feature)
    {
        var at = TagModel.PlaceOf(feature, owners.Length);
        while (owners[at] is { } other)
        {
            // Of two features that a lookup cannot tell apart the first keeps the place.
            if (other >> 16 == feature >> 16)
            {
                return;
            }

            at = (at + 1) % owners.Length;
        }

        owners[at] = feature;
    }

    private static (List<int> Bases, uint[] Cells) Address(uint?[] owners, SortedDictionary<uint, List<(byte Tag, sbyte Weight)>> lists)
    {
        var bases = new List<int>();
        var cells = new uint[owners.Length];
        var pair = 0;
        for (var i = 0; i < owners.Length; i++)
        {
            if (i % (1 << TagModel.BlockBits) == 0)
            {
                bases.Add(pair);
            }

            cells[i] = owners[i] is { } feature ? ((feature >> 16) << 16) | (uint)(pair - bases[^1]) : TagModel.Empty;
            pair += owners[i] is { } own ? lists[own].Count : 0;
        }

        return (bases, cells);
    }
}
