using System.Buffers.Binary;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RulesEngine.Core.Language;

/// <summary>
/// The tagger's weights: an open hash table from features to lists of tag and weight, read as it stands in the resource, so that
/// nothing is built at start. A slot is a 16-bit fingerprint and a 16-bit offset from the base of its block of 64 slots; a list
/// ends at the pair whose tag has the high bit. tests/TaggerTraining writes it.
/// </summary>
internal sealed class TagModel
{
    /// <summary>First bytes of the resource; the last one is the version.</summary>
    public const uint Magic = 0x01475450;

    /// <summary>A slot without a feature.</summary>
    public const uint Empty = uint.MaxValue;

    /// <summary>Slots that share a base, as a power of two.</summary>
    public const int BlockBits = 6;

    /// <summary>Set on the tag of the last pair of a list.</summary>
    public const byte Last = 0x80;

    /// <summary>The weight that says that a word has one tag only.</summary>
    public const sbyte Certain = sbyte.MaxValue;

    private static readonly Lazy<TagModel> s_instance = new(Load);
    private readonly byte[] _bytes;
    private readonly int _slots;

    /// <summary>Takes the bytes of a model: magic, number of slots, bases, slots, pairs, all little-endian.</summary>
    public TagModel(byte[] bytes)
    {
        _bytes = bytes;
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            throw new InvalidDataException("the tagger's weights are of another version; run tests/TaggerTraining again");
        }

        _slots = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(4));
    }

    /// <summary>The weights as they ship.</summary>
    public static TagModel Instance => s_instance.Value;

    /// <summary>The tables, for the time of a call.</summary>
    public TagTable Table => new(_bytes, _slots);

    private static TagModel Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("language/tagger.bin")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new TagModel(bytes);
    }
}

/// <summary>Looks features up in a model.</summary>
internal readonly ref struct TagTable
{
    private readonly ReadOnlySpan<int> _bases;
    private readonly ReadOnlySpan<uint> _slots;
    private readonly ReadOnlySpan<byte> _pairs;

    public TagTable(ReadOnlySpan<byte> bytes, int slots)
    {
        var bases = slots >> TagModel.BlockBits;
        _bases = MemoryMarshal.Cast<byte, int>(bytes.Slice(8, bases * 4));
        _slots = MemoryMarshal.Cast<byte, uint>(bytes.Slice(8 + (bases * 4), slots * 4));
        _pairs = bytes[(8 + (bases * 4) + (slots * 4))..];
    }

    /// <summary>The pairs from the first of a feature on (tag, weight, tag, weight …); empty where the model does not have it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Find(uint feature)
    {
        var mask = (uint)_slots.Length - 1;
        var print = feature >> 16;
        for (var at = feature & mask; ; at = (at + 1) & mask)
        {
            var slot = _slots[(int)at];
            if (slot == TagModel.Empty)
            {
                return default;
            }

            if (slot >> 16 == print)
            {
                return _pairs[((_bases[(int)(at >> TagModel.BlockBits)] + (int)(slot & 0xFFFF)) * 2)..];
            }
        }
    }

    /// <summary>Adds the weights of a feature to the scores of its tags.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint feature, Span<int> scores)
    {
        var pairs = Find(feature);
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            scores[pairs[i] & 63] += (sbyte)pairs[i + 1];
            if (pairs[i] >= TagModel.Last)
            {
                return;
            }
        }
    }
}
