using System.Buffers;
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
    public const uint Magic = 0x03475450;

    /// <summary>A slot without a feature.</summary>
    public const uint Empty = uint.MaxValue;

    /// <summary>Slots that share a base, as a power of two.</summary>
    public const int BlockBits = 6;

    /// <summary>Set on the tag of the last pair of a list.</summary>
    public const byte Last = 0x80;

    /// <summary>Set on the number of a set of tags where the word has no other use.</summary>
    public const uint Certain = 0x8000;

    /// <summary>Bytes before the tables: magic, slots, slots of words, sets of tags.</summary>
    public const int Header = 16;

    private static readonly Lazy<TagModel> s_instance = new(Load);
    private readonly ReadOnlyMemory<byte> _bytes;

    /// <summary>Takes the bytes of a model: header, sets of tags, words, bases, slots, pairs, all little-endian.</summary>
    public TagModel(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span) != Magic)
        {
            throw new InvalidDataException("the tagger's weights are of another version; run tests/TaggerTraining again");
        }
    }

    /// <summary>The weights as they ship.</summary>
    public static TagModel Instance => s_instance.Value;

    /// <summary>The tables, for the time of a call.</summary>
    public TagTable Table => new(_bytes.Span);

    /// <summary>Where the search for a hash begins in a table; any number of slots will do.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int PlaceOf(uint hash, int slots) => (int)(((ulong)(hash * 0x9E3779B1u) * (uint)slots) >> 32);

    private static TagModel Load()
    {
        using var stream = (UnmanagedMemoryStream)Assembly.GetExecutingAssembly().GetManifestResourceStream("language/tagger.bin")!;
        return new TagModel(new ResourceBytes(stream).Memory);
    }

    // Where the resource lies in the loaded assembly. A copy of two megabytes makes the runtime collect all its memory at every
    // start: 15 ms of 200.
    private sealed unsafe class ResourceBytes(UnmanagedMemoryStream stream) : MemoryManager<byte>
    {
        private readonly byte* _first = stream.PositionPointer;
        private readonly int _length = (int)stream.Length;

        public override Span<byte> GetSpan() => new(_first, _length);

        public override MemoryHandle Pin(int elementIndex = 0) => new(_first + elementIndex);

        public override void Unpin()
        {
            // It never moves.
        }

        protected override void Dispose(bool disposing)
        {
            // It is the assembly's, which stays.
        }
    }
}

/// <summary>Looks features up in a model.</summary>
internal readonly ref struct TagTable
{
    private readonly ReadOnlySpan<int> _bases;
    private readonly ReadOnlySpan<uint> _slots;
    private readonly ReadOnlySpan<ushort> _pairs;

    private readonly ReadOnlySpan<ulong> _sets;
    private readonly ReadOnlySpan<uint> _words;

    public TagTable(ReadOnlySpan<byte> bytes)
    {
        var header = MemoryMarshal.Cast<byte, int>(bytes[..TagModel.Header]);
        var rest = bytes[TagModel.Header..];
        _sets = Take<ulong>(ref rest, header[3]);
        _words = Take<uint>(ref rest, header[2]);
        _bases = Take<int>(ref rest, header[1] >> TagModel.BlockBits);
        _slots = Take<uint>(ref rest, header[1]);
        _pairs = MemoryMarshal.Cast<byte, ushort>(rest);
        if (_pairs.IsEmpty || (_pairs[^1] & TagModel.Last) == 0)
        {
            throw new InvalidDataException("the tagger's weights are cut off; run tests/TaggerTraining again");
        }
    }

    /// <summary>The tags that a word may have, one bit a tag; 0 where the model does not have the word.</summary>
    /// <param name="word">As <see cref="TagFeatures.HashWord"/> gives it.</param>
    /// <param name="certain">The word has one tag only.</param>
    public ulong FindTags(uint word, out bool certain)
    {
        for (var at = TagModel.PlaceOf(word, _words.Length); _words[at] != TagModel.Empty; at = at + 1 == _words.Length ? 0 : at + 1)
        {
            var cell = _words[at];
            if (cell >> 16 == word >> 16)
            {
                certain = (cell & TagModel.Certain) != 0;
                return _sets[(int)(cell & (TagModel.Certain - 1))];
            }
        }

        certain = false;
        return 0;
    }

    /// <summary>Adds the weights of all features to the scores of their tags.</summary>
    /// <param name="features">As <see cref="TagFeatures.Extract"/> writes them; <see cref="TagFeatures.Count"/> at most.</param>
    /// <param name="scores">One score a tag; 64 of them.</param>
    public void Add(ReadOnlySpan<uint> features, Span<short> scores)
    {
        // The first slots are read in a loop of their own: the loads are far apart in memory, and so they wait together.
        var slots = _slots;
        Span<int> places = stackalloc int[TagFeatures.Count];
        Span<uint> first = stackalloc uint[TagFeatures.Count];
        for (var i = 0; i < features.Length; i++)
        {
            var place = TagModel.PlaceOf(features[i], slots.Length);
            places[i] = place;
            first[i] = slots[place];
        }

        ref var sums = ref scores[..64][0];
        for (var i = 0; i < features.Length; i++)
        {
            var print = features[i] >> 16;
            var at = places[i];
            for (var slot = first[i]; slot != TagModel.Empty; slot = slots[at])
            {
                if (slot >> 16 == print)
                {
                    AddPairs(_bases[at >> TagModel.BlockBits] + (int)(slot & 0xFFFF), ref sums);
                    break;
                }

                at = at + 1 == slots.Length ? 0 : at + 1;
            }
        }
    }

    // Every list has an end, as the constructor saw at the last one: no bounds to check inside.
    private void AddPairs(int first, ref short sums)
    {
        ref readonly var pair = ref _pairs[first];
        while (true)
        {
            Unsafe.Add(ref sums, pair & 63) += (sbyte)(pair >> 8);
            if ((pair & TagModel.Last) != 0)
            {
                return;
            }

            pair = ref Unsafe.Add(ref Unsafe.AsRef(in pair), 1);
        }
    }

    private static ReadOnlySpan<T> Take<T>(scoped ref ReadOnlySpan<byte> bytes, int count)
        where T : unmanaged
    {
        var length = count * Unsafe.SizeOf<T>();
        var taken = MemoryMarshal.Cast<byte, T>(bytes[..length]);
        bytes = bytes[length..];
        return taken;
    }
}
