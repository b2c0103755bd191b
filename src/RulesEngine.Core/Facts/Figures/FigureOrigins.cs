using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>
/// Turns of phrase that say where a figure comes from, or that nobody knows: "reportedly", "a number taken from the roll", "That
/// is what the bureau says", the source line under a table. One instance an article.
/// </summary>
internal sealed class FigureOrigins(ArticleFacts facts, SourcingLexicons lexicons)
{
    private const int Reach = 200;
    private const int LinesToSource = 40;
    private const int LongestLine = 60;
    private readonly Pieces _next = new(facts);
    private int _nextRead = -1;

    /// <summary>Words in reach that name nobody.</summary>
    public FigureSource? FindVagueWords(Pieces pieces, FigureCandidate figure)
    {
        for (var i = Math.Max(0, figure.First - Reach); i < Math.Min(pieces.Count, figure.End + Reach); i++)
        {
            if (lexicons.Vague.TryMatch(pieces, i, out _, out var end) && !IsInName(pieces, i) && (i < figure.First ? !Parts(pieces, end, figure.First, false) && (figure.First - end <= 2 || !pieces.IsAny(end - 1, "of that")) : !pieces.IsAny(end - 1, "of that") && !Parts(pieces, figure.End, i, true)))
            {
                return new FigureSource(FigureStatus.Vague, "its only source is nobody whom a reader could find", null, new TextSpan(pieces[i].Start, pieces[end - 1].End));
            }
        }

        return null;
    }

    /// <summary>Words of its sentence or the one after it that say where it comes from.</summary>
    public FigureSource? Find(Pieces pieces, FigureCandidate figure)
    {
        for (var i = Math.Max(0, figure.First - Reach); i < Math.Min(pieces.Count, figure.End + Reach); i++)
        {
            if (lexicons.Origins.TryMatch(pieces, i, out var place, out var end) && place == "same")
            {
                return new FigureSource(FigureStatus.Sourced, "its sentence says where it comes from", null, new TextSpan(pieces[i].Start, pieces[end - 1].End));
            }
        }

        return FromNextSentence(pieces.Sentence);
    }

    private FigureSource? FromNextSentence(Sentence sentence)
    {
        for (var i = sentence.Index + 1; i < Math.Min(sentence.Index + 3, facts.Sentences.Length) && ReferenceEquals(facts.Sentences[i].Block, sentence.Block); i++)
        {
            if (_nextRead != i)
            {
                _nextRead = i;
                _next.Read(facts.Sentences[i]);
            }

            if (lexicons.Origins.TryMatch(_next, 0, out var place, out _) && place == "next")
            {
                return new FigureSource(FigureStatus.Sourced, "a sentence after it says where it comes from", null, facts.Sentences[i].Span);
            }
        }

        return null;
    }

    // "the Associated Press reports"
    private static bool IsInName(Pieces pieces, int at) => at > 0 && pieces.IsCapitalised(at) && pieces.IsCapitalised(at - 1);

    // Brackets and the like between vague words and figure, or a new clause after the figure, keep them apart.
    private static bool Parts(Pieces pieces, int start, int end, bool byClause)
    {
        for (var i = start; i < end; i++)
        {
            if ((pieces.IsKind(i, PieceKind.Mark) && pieces.Text[pieces[i].Start] is '(' or ')' or ';' or ':' or '—') || (byClause && pieces.IsAny(i, "and but which who that")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Source: letter of the board" under a table or a chart, within the lines that follow.</summary>
    public FigureSource? FindSourceLine(Block block)
    {
        var blocks = facts.Article.Blocks;
        var index = blocks.AsSpan().BinarySearch(block, Comparer<Block>.Create((left, right) => left.Span.CompareTo(right.Span)));
        for (var i = index; i < Math.Min(blocks.Length, index + LinesToSource); i++)
        {
            var text = facts.Article.AsSpan(blocks[i].Span);
            var line = text.LastIndexOf("\n");
            var last = line >= 0 ? text[(line + 1)..] : text;
            if (last.StartsWith("Source:", StringComparison.OrdinalIgnoreCase) || last.StartsWith("Sources:", StringComparison.OrdinalIgnoreCase))
            {
                return new FigureSource(FigureStatus.Sourced, "in a table or picture with a source line", null, blocks[i].Span);
            }

            if (blocks[i].Kind is not (BlockKind.TableCell or BlockKind.TableHeader or BlockKind.Caption) && text.Length > LongestLine)
            {
                return null;
            }
        }

        return null;
    }
}
