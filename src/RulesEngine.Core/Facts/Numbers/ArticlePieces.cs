using RulesEngine.Core.Collections;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Numbers;

/// <summary>The pieces of all sentences of an article, cut once for figures and for times. Immutable.</summary>
internal sealed class ArticlePieces
{
    private readonly ValueList<Piece> _pieces;
    private readonly int[] _ends;

    public ArticlePieces(ArticleFacts facts)
    {
        // A token is more than one piece where a hyphen or a mark joins words.
        _pieces = new ValueList<Piece>(facts.Tokens.Length + (facts.Tokens.Length / 8) + 16);
        _ends = new int[facts.Sentences.Length];
        for (var i = 0; i < _ends.Length; i++)
        {
            PieceReader.Read(facts, facts.Sentences[i], _pieces);
            _ends[i] = _pieces.Count;
        }
    }

    public ref readonly Piece this[int index] => ref _pieces[index];

    /// <summary>Index of the first piece of a sentence.</summary>
    public int FirstOf(Sentence sentence) => sentence.Index == 0 ? 0 : _ends[sentence.Index - 1];

    /// <summary>Index just after its last piece.</summary>
    public int EndOf(Sentence sentence) => _ends[sentence.Index];
}
