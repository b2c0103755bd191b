using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Numbers;

/// <summary>The pieces of one sentence with what readers of numbers ask about them. Reused from sentence to sentence; one thread.</summary>
internal sealed class Pieces(ArticleFacts facts)
{
    private readonly ArticlePieces _pieces = facts is LazyArticleFacts { Pieces: var shared } ? shared : new ArticlePieces(facts);
    private int _first;

    public ArticleFacts Facts { get; } = facts;

    public string Text { get; } = facts.Article.Text;

    public Sentence Sentence { get; private set; } = null!;

    public int Count { get; private set; }

    public ref readonly Piece this[int index]
    {
        get
        {
            if (!Has(index))
            {
                throw new ArgumentOutOfRangeException(nameof(index));
            }

            return ref _pieces[_first + index];
        }
    }

    /// <summary>Moves on to a sentence.</summary>
    public void Read(Sentence sentence)
    {
        Sentence = sentence;
        _first = _pieces.FirstOf(sentence);
        Count = _pieces.EndOf(sentence) - _first;
    }

    /// <summary>The characters of a piece; empty outside the sentence.</summary>
    public ReadOnlySpan<char> Word(int index)
    {
        if (!Has(index))
        {
            return default;
        }

        ref readonly var piece = ref _pieces[_first + index];
        return Text.AsSpan(piece.Start, piece.End - piece.Start);
    }

    public bool Has(int index) => (uint)index < (uint)Count;

    public bool IsKind(int index, PieceKind kind) => Has(index) && this[index].Kind == kind;

    /// <summary>Compares without regard to case.</summary>
    public bool Is(int index, string word) => Word(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the piece is one of the words, as <see cref="Words.Contains"/> takes them.</summary>
    public bool IsAny(int index, string words) => Words.Contains(words, Word(index));

    public bool IsMark(int index, char mark) => IsKind(index, PieceKind.Mark) && Text[this[index].Start] == mark;

    /// <summary>A hyphen or a dash that joins what stands on its two sides.</summary>
    public bool IsDash(int index) => IsKind(index, PieceKind.Mark) && Text[this[index].Start] is '-' or '\u2010' or '\u2011' or '–' or '−';

    /// <summary>True where a piece touches the one before it.</summary>
    public bool Touches(int index) => Has(index) && Has(index - 1) && this[index - 1].End == this[index].Start;

    /// <summary>A dash with no blank on either side.</summary>
    public bool IsJoint(int index) => IsDash(index) && Touches(index) && Touches(index + 1);

    public bool IsCapitalised(int index) => IsKind(index, PieceKind.Word) && char.IsUpper(Text[this[index].Start]);

    /// <summary>The tag of the token that holds a piece.</summary>
    public PennTag TagAt(int index)
    {
        if (!Has(index))
        {
            return PennTag.None;
        }

        var token = Facts.FindToken(this[index].Start);
        return token < Facts.Tags.Length ? Facts.Tags[token] : PennTag.None;
    }
}
