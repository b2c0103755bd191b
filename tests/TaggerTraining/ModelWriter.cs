using RulesEngine.Core.Language;
using RulesEngine.Sdk;

namespace RulesEngine.TaggerTraining;

/// <summary>Writes weights as <see cref="TagModel"/> reads them.</summary>
internal static class ModelWriter
{
    // Weights are multiples of their greatest over this; what is rounded to less than the least kept is dropped.
    private const double Scale = 127;

    /// <summary>The bytes of a model.</summary>
    public static byte[] Write(Perceptron perceptron, ReadOnlySpan<double> weights, WordTags words, double greatest, int least)
    {
        var lists = new SortedDictionary<uint, List<(byte Tag, sbyte Weight)>>();
        foreach (var (feature, row) in perceptron.Rows)
        {
            var list = Quantise(weights.Slice(row * Perceptron.Width, Perceptron.Width), Scale / greatest, least);
            if (list.Count > 0)
            {
                lists[feature] = list;
            }
        }

        foreach (var (word, tags, certain) in words.Words)
        {
            lists[TagFeatures.WordKey(word)] = [.. tags.Select(tag => ((byte)tag, certain ? TagModel.Certain : (sbyte)1))];
        }

        return Lay(lists);
    }

    private static List<(byte Tag, sbyte Weight)> Quantise(ReadOnlySpan<double> weights, double scale, int least)
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

    private static byte[] Lay(SortedDictionary<uint, List<(byte Tag, sbyte Weight)>> lists)
    {
        var slots = 1 << 16;
        while (lists.Count > slots * 0.8)
        {
            slots *= 2;
        }

        var owners = new uint?[slots];
        foreach (var feature in lists.Keys)
        {
            Place(owners, feature);
        }

        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(TagModel.Magic);
        writer.Write(slots);
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

        return bytes.ToArray();
    }

    private static void Place(uint?[] owners, uint feature)
    {
        var mask = (uint)owners.Length - 1;
        var at = feature & mask;
        while (owners[at] is { } other)
        {
            // Of two features that a lookup cannot tell apart the first keeps the place.
            if (other >> 16 == feature >> 16)
            {
                return;
            }

            at = (at + 1) & mask;
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
