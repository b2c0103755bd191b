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
    private const int LongestLead = 20;
    private readonly Pieces _next = new(facts);
    private int _nextRead = -1;

    /// <summary>Words in reach that name nobody.</summary>
    public FigureSource? FindVagueWords(Pieces pieces, FigureCandidate figure)
    {
        for (var i = Math.Max(0, figure.First - Reach); i < Math.Min(pieces.Count, figure.End + Reach); i++)
        {
            if (lexicons.Vague.TryMatch(pieces, i, out _, out var end) && !IsInName(pieces, i) && !Describes(pieces, figure, i, end) && (i < figure.First ? !Parts(pieces, end, figure.First, false) && (figure.First - end <= 2 || !pieces.IsAny(end - 1, "of that")) : !pieces.IsAny(end - 1, "of that") && !Parts(pieces, figure.End, i, true)))
            {
                return new FigureSource(FigureStatus.Vague, "its only source is nobody whom a reader could find", null, new TextSpan(pieces[i].Start, pieces[end - 1].End));
            }
        }

        return null;
    }

    /// <summary>Words of its sentence or the one after it that say where it comes from.</summary>
    public FigureSource? Find(Pieces pieces, FigureCandidate figure)
    {
        // "Doctors who did not wish to be named said …"
        for (var i = Math.Max(0, figure.First - Reach); i < figure.First; i++)
        {
            if (lexicons.Anonymity.TryMatch(pieces, i, out _, out var hidden))
            {
                return new FigureSource(FigureStatus.Vague, "its only source is nobody whom a reader could find", null, new TextSpan(pieces[i].Start, pieces[hidden - 1].End));
            }
        }

        for (var i = Math.Max(0, figure.First - Reach); i < Math.Min(pieces.Count, figure.End + Reach); i++)
        {
            if (lexicons.Origins.TryMatch(pieces, i, out var place, out var end) && place == "same")
            {
                return new FigureSource(FigureStatus.Sourced, "its sentence says where it comes from", null, new TextSpan(pieces[i].Start, pieces[end - 1].End));
            }
        }

        return FromReportThat(pieces, figure) ?? FromNextSentence(pieces.Sentence);
    }

    // "pointing to a Harbour News report that 300 had left": what a document with a name says, whatever is done with it.
    private FigureSource? FromReportThat(Pieces pieces, FigureCandidate figure)
    {
        for (var i = figure.First - 1; i >= Math.Max(2, figure.First - LongestLead) && !pieces.IsMark(i, ';'); i--)
        {
            if (pieces.Is(i, "that") && pieces.TagAt(i - 2) is PennTag.NNP or PennTag.NNPS or PennTag.POS && pieces.TagAt(i - 1) is PennTag.NN && pieces.TagAt(i + 1) is not (PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.MD) && lexicons.IsHouse(pieces.Word(i - 1)))
            {
                return new FigureSource(FigureStatus.Sourced, "in what a document says that its sentence names", null, new TextSpan(pieces[i - 2].Start, pieces[i - 1].End));
            }
        }

        return null;
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

    /// <summary>"The 70 cents that analysts expected": a clause right behind the figure that gives it to nobody in particular.</summary>
    public FigureSource? FindOwnClause(Pieces pieces, FigureCandidate figure)
    {
        var at = figure.End + (pieces.IsAny(figure.End, "that which") ? 1 : 0);
        return lexicons.IsUnnamed(pieces.Word(at)) && lexicons.Vague.TryMatch(pieces, at, out _, out var end) && end > at + 1
            ? new FigureSource(FigureStatus.Vague, "its only source is nobody whom a reader could find", null, new TextSpan(pieces[at].Start, pieces[end - 1].End))
            : null;
    }

    // "the supposedly calmed gang fired 40 rockets": the word weighs one adjective.
    private static bool Describes(Pieces pieces, FigureCandidate figure, int at, int end) =>
        end == at + 1 && pieces.IsAny(at - 1, "a an the this that his her their its") && figure.First - end > 2 && pieces.TagAt(end) is PennTag.JJ or PennTag.VBN or PennTag.VBD;

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
