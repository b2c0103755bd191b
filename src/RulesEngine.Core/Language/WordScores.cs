using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Language;

/// <summary>
/// What the features say for each tag that hang on a word alone, kept for the words seen last, and those that hang on two tags
/// alone: most words of a text come again, and these features have the longest lists of weights. Of fixed size; one thread at a
/// time has it, and what it holds never changes a result.
/// </summary>
internal sealed class WordScores
{
    /// <summary>Scores of a word: one a tag, in whole vectors. No sum of <see cref="TagFeatures.Count"/> weights leaves 16 bits.</summary>
    public const int Width = 64;

    private const int Places = 1 << 12;

    // More than run at once are let go.
    private static readonly WordScores?[] s_spare = new WordScores?[4];

    private readonly TagModel _model;
    private readonly ulong[] _keys = new ulong[Places];
    private readonly short[] _words = new short[Places * Width];
    private readonly short[]?[] _tags = new short[]?[64 * 64];
    private readonly WordView[] _views = new WordView[256];

    private WordScores(TagModel model) => _model = model;

    /// <summary>Scores that no other thread uses until <see cref="Return"/>; new ones where none are spare.</summary>
    public static WordScores Rent(TagModel model)
    {
        foreach (ref var place in s_spare.AsSpan())
        {
            if (Interlocked.Exchange(ref place, null) is { } kept && kept._model == model)
            {
                return kept;
            }
        }

        return new WordScores(model);
    }

    /// <summary>Gives the scores back for the next one.</summary>
    public void Return()
    {
        foreach (ref var place in s_spare.AsSpan())
        {
            if (Interlocked.CompareExchange(ref place, this, null) is null)
            {
                return;
            }
        }
    }

    /// <summary>Room for the words of a sentence and two edges on either side; what stood in it before is of no use.</summary>
    /// <param name="words">Number of words; room for more than any prose has in a sentence is not kept.</param>
    public Span<WordView> Views(int words) =>
        words + 4 <= _views.Length ? _views.AsSpan(0, words + 4) : new WordView[words + 4];

    /// <summary>Sets the scores to the sums of the weights of <see cref="TagFeatures.ExtractOwn"/> and <see cref="TagFeatures.ExtractTagsAlone"/>.</summary>
    /// <param name="table">The weights.</param>
    /// <param name="word">The word.</param>
    /// <param name="previous">The tag before it.</param>
    /// <param name="secondPrevious">The tag before that.</param>
    /// <param name="scores"><see cref="Width"/> scores.</param>
    public void Set(in TagTable table, ref readonly WordView word, PennTag previous, PennTag secondPrevious, Span<short> scores)
    {
        ref readonly var own = ref Find(in table, in word)[..Width][0];
        ref readonly var tags = ref Find(in table, previous, secondPrevious)[..Width][0];
        ref var sums = ref scores[..Width][0];
        for (nuint i = 0; i < Width; i += (nuint)Vector128<short>.Count)
        {
            (Vector128.LoadUnsafe(in own, i) + Vector128.LoadUnsafe(in tags, i)).StoreUnsafe(ref sums, i);
        }
    }

    private ReadOnlySpan<short> Find(in TagTable table, ref readonly WordView word)
    {
        var key = KeyOf(in word);
        var place = (int)(key >> 52);
        var kept = _words.AsSpan(place * Width, Width);
        if (_keys[place] != key)
        {
            Span<uint> features = stackalloc uint[TagFeatures.OwnCount];
            TagFeatures.ExtractOwn(in word, features);
            kept.Clear();
            table.Add(features, kept);
            _keys[place] = key;
        }

        return kept;
    }

    private ReadOnlySpan<short> Find(in TagTable table, PennTag previous, PennTag secondPrevious)
    {
        ref var kept = ref _tags[((int)secondPrevious * 64) + (int)previous];
        if (kept is null)
        {
            Span<uint> features = stackalloc uint[TagFeatures.TagsAloneCount];
            TagFeatures.ExtractTagsAlone(previous, secondPrevious, features);
            kept = new short[Width];
            table.Add(features, kept);
        }

        return kept;
    }

    // All that the features are made of, in 64 bits: two words that share them would have to agree in several hashes at once.
    private static ulong KeyOf(ref readonly WordView word)
    {
        var key = (((ulong)word.Word << 32) | word.Suffix5) ^ ((ulong)word.Prefix4 << 17);
        key = (key ^ (((ulong)word.Shape << 32) | word.Class)) * 0x9E3779B97F4A7C15u;
        return ((key ^ (key >> 29)) * 0xBF58476D1CE4E5B9u) | 1;
    }
}
