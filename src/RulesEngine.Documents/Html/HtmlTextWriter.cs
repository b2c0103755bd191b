using RulesEngine.Documents.Building;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Html;

/// <summary>Writes the runs of a block as a browser shows them: blanks collapsed, character references read, soft hyphens left out.</summary>
internal sealed class HtmlTextWriter(BlockWriter writer)
{
    private const char SoftHyphen = '\u00AD';

    private HtmlRun _blank;
    private int _blockStart;
    private bool _isPreformatted;
    private bool _isBreakDue;

    private ArticleTextBuilder Text => writer.Text;

    public void Write(HtmlDraftBlock block)
    {
        writer.Write(block.Kind, block.Level, block.Within, block.IsCertain, () => WritePieces(block));
    }

    /// <summary>What a run says, without blanks at its ends.</summary>
    public static string TextOf(string source, HtmlRun run)
    {
        var writer = new BlockWriter(source);
        new HtmlTextWriter(writer).Write(new HtmlDraftBlock { Kind = BlockKind.Paragraph, Pieces = [run], Marks = [] });
        return writer.Text.ToString();
    }

    private void WritePieces(HtmlDraftBlock block)
    {
        _blank = default;
        _isBreakDue = false;
        _blockStart = Text.Position;
        _isPreformatted = block.IsPreformatted;
        var starts = new int[block.Pieces.Count + 1];
        for (var i = 0; i < block.Pieces.Count; i++)
        {
            starts[i] = NextPosition(block.Pieces[i]);
            WritePiece(block.Pieces[i]);
        }

        starts[^1] = Text.Position;
        foreach (var mark in block.Marks)
        {
            var start = starts[mark.First];
            var end = mark.End < block.Pieces.Count ? Math.Min(starts[mark.End], Text.Position) : Text.Position;
            writer.Mark(mark.Kind, start, end, mark.Target);
        }
    }

    // A blank that is due stands before the text of the next piece, outside its mark.
    private int NextPosition(HtmlRun piece) =>
        Text.Position + (_blank.End > 0 && Text.Position > _blockStart && piece.End > piece.Start ? 1 : 0);

    private void WritePiece(HtmlRun piece)
    {
        if (piece.End <= piece.Start)
        {
            _blank = piece;
            _isBreakDue = true;
            return;
        }

        var from = piece.Start;
        for (var at = piece.Start; at < piece.End;)
        {
            var length = 0;
            string? value = null;
            switch (Text.Source[at])
            {
                case ' ' or '\t' or '\n' or '\r' or '\f' when !_isPreformatted:
                    length = 1;
                    value = " ";
                    break;
                case '\r' when at + 1 < piece.End && Text.Source[at + 1] == '\n':
                    length = 2;
                    value = "\n";
                    break;
                case SoftHyphen or '\0':
                    length = 1;
                    value = "";
                    break;
                case '&':
                    length = CharacterReference.Read(Text.Source.AsSpan(at, piece.End - at), out value);
                    break;
            }

            if (length == 0)
            {
                at++;
                continue;
            }

            Append(from, at);
            Replace(value!, at, at + length);
            at += length;
            from = at;
        }

        Append(from, piece.End);
    }

    private void Replace(string value, int start, int end)
    {
        if (value is " " or "\t" or "\n" or "\r" && !_isPreformatted)
        {
            _blank = _blank.End == start && _blank.End > 0 ? new HtmlRun(_blank.Start, end) : _blank.End > 0 ? _blank : new HtmlRun(start, end);
        }
        else if (value.Length > 0 && value[0] != SoftHyphen)
        {
            WriteBlank();
            Text.AppendReplacement(value, start, end);
        }
    }

    private void Append(int start, int end)
    {
        if (end <= start)
        {
            return;
        }

        WriteBlank();
        if (start >= Text.SourcePosition)
        {
            Text.AppendSource(start, end);
        }
        else
        {
            // Text that the tree builder moved in front of a table: its place is passed.
            Text.AppendReplacement(Text.Source.AsSpan(start, end - start), start, end);
        }
    }

    private void WriteBlank()
    {
        if (_blank.End > 0 && Text.Position > _blockStart)
        {
            Text.AppendReplacement(_isBreakDue ? "\n" : " ", _blank.Start, _blank.End);
        }

        _blank = default;
        _isBreakDue = false;
    }
}
