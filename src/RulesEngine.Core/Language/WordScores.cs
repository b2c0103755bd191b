namespace RulesEngine.Core.Language;

/// <summary>
/// What the features of words alone say for each tag, kept for the words seen last: most words of a text come again, and these
/// features have the longest lists of weights. Of fixed size; a thread has its own, and what it holds never changes a result.
/// </summary>
internal sealed class WordScores
{
    /// <summary>Scores of a word: one a tag and some never used, so that a place is a power of two.</summary>
    public const int Width = 64;

    private const int Places = 1 << 10;

    [ThreadStatic]
    private static WordScores? t_scores;

    private readonly TagModel _model;
    private readonly ulong[] _keys = new ulong[Places];
    private readonly int[] _scores = new int[Places * Width];

    private WordScores(TagModel model) => _model = model;

    /// <summary>The scores that this thread keeps for a model.</summary>
    public static WordScores ForThread(TagModel model) => t_scores is { } kept && kept._model == model ? kept : t_scores = new WordScores(model);

    /// <summary>The sums of the weights of <see cref="TagFeatures.ExtractOwn"/>, one a tag; valid until the next call.</summary>
    public ReadOnlySpan<int> Find(in TagTable table, ref readonly WordView word)
    {
        var key = KeyOf(in word);
        var place = (int)(key >> 54);
        var scores = _scores.AsSpan(place * Width, Width);
        if (_keys[place] != key)
        {
            Span<uint> features = stackalloc uint[TagFeatures.OwnCount];
            TagFeatures.ExtractOwn(in word, features);
            scores.Clear();
            table.Add(features, scores);
            _keys[place] = key;
        }

        return scores;
    }

    // All that the features are made of, in 64 bits: two words that share them would have to agree in several hashes at once.
    private static ulong KeyOf(ref readonly WordView word)
    {
        var key = (((ulong)word.Word << 32) | word.Suffix5) ^ ((ulong)word.Prefix4 << 17);
        key = (key ^ (((ulong)word.Shape << 32) | word.Class)) * 0x9E3779B97F4A7C15u;
        return ((key ^ (key >> 29)) * 0xBF58476D1CE4E5B9u) | 1;
    }
}
