using System.Collections.Immutable;
using System.Runtime.InteropServices;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>
/// Pairs the marks of an article's blocks, one block after the other. A quotation that is open at the end of a paragraph runs on
/// where the next paragraph repeats the opening mark, or closes without opening; otherwise it ends with its paragraph, unbalanced.
/// </summary>
internal sealed class QuotationScanner(string text)
{
    // Deeper nesting than this is noise or an attack; further opening marks are ignored.
    private const int MaximumDepth = 6;

    private readonly List<QuotationMark> _marks = [];
    private readonly List<OpenQuotation> _open = [];
    private readonly List<QuotationDraft> _found = [];
    private int _previousEnd;

    /// <summary>What was found, in no order.</summary>
    public List<QuotationDraft> Found => _found;

    /// <summary>Reads a block.</summary>
    public void Scan(TextSpan block)
    {
        _marks.Clear();
        QuotationMarkReader.Read(text, block, _marks);
        var start = 0;
        if (_open.Count > 0 && !RunsOn(block, out start))
        {
            CloseAll(_previousEnd);
        }

        var balance = new MarkBalance(_marks, start);
        for (var i = start; i < _marks.Count; i++)
        {
            balance.Pass(_marks[i]);
            Take(_marks[i], balance);
        }

        DropUnclosedSingles(block);
        foreach (var open in _open)
        {
            open.AddContent(block.End);
        }

        _previousEnd = block.End;
    }

    /// <summary>Ends what is still open at the end of the last block.</summary>
    public void End() => CloseAll(_previousEnd);

    private bool RunsOn(TextSpan block, out int start)
    {
        start = 0;
        var outer = _open[0];
        if (_marks.Count == 0 || _marks[0].Family != outer.Family)
        {
            return false;
        }

        var first = _marks[0];
        if (first.Start == block.Start && first.Opens)
        {
            start = 1;
            KeepOuter(first.End);
            return true;
        }

        var closesOnly = !first.Opens && first.Closes;
        if (closesOnly)
        {
            KeepOuter(block.Start);
        }

        return closesOnly;
    }

    // What is nested in a quotation does not run over paragraphs; it ends with its own.
    private void KeepOuter(int contentStart)
    {
        for (var i = _open.Count - 1; i > 0; i--)
        {
            Add(_open[i], _previousEnd, isBalanced: false);
            _open.RemoveAt(i);
        }

        _open[0].ContentStart = contentStart;
    }

    private void Take(QuotationMark mark, MarkBalance balance)
    {
        var match = LastOpen(mark);
        if (match >= 0 && mark.Closes && (!mark.Opens || !OpensNested(mark, match)) && !IsInsideWord(mark, balance, match))
        {
            Close(mark, match);
        }
        else if (mark.Opens && _open.Count < MaximumDepth)
        {
            Open(mark, match, balance);
        }
    }

    private void Open(QuotationMark mark, int match, MarkBalance balance)
    {
        if (mark.Family == MarkFamily.Single && balance.SinglesToClose == 0)
        {
            return;
        }

        var isSame = match >= 0 && match == _open.Count - 1 && mark.Family != MarkFamily.Single;
        if (isSame && balance.IsOneCloseShort(mark.Family))
        {
            EndBefore(mark.Start, match);
        }

        _open.Add(new OpenQuotation(mark));
    }

    // A mark that could do either closes what is open, except a straight one after a blank: that can only open.
    private bool OpensNested(QuotationMark mark, int match) =>
        mark.Mark is '«' or '»' or '‹' or '›' ? mark.Mark == _open[match].Mark : mark.Mark is '“' && _open[match].Mark is not '„';

    // 5" in the middle of a quotation, and the voters' in one of single marks.
    private bool IsInsideWord(QuotationMark mark, MarkBalance balance, int match)
    {
        var before = mark.Start > 0 ? text[mark.Start - 1] : ' ';
        if (mark.Mark == '"' && mark.Length == 1 && char.IsDigit(before))
        {
            return balance.DoublesAhead % 2 == 1 && _open.Count == 1;
        }

        return mark.Family == MarkFamily.Single && before is 's' or 'S' && match == _open.Count - 1 && balance.SinglesToClose > 0
            && mark.End + 1 < text.Length && text[mark.End] == ' ' && char.IsLower(text[mark.End + 1]);
    }

    private int LastOpen(QuotationMark mark)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Family == mark.Family)
            {
                return i;
            }
        }

        return -1;
    }

    private void Close(QuotationMark mark, int match)
    {
        for (var i = _open.Count - 1; i > match; i--)
        {
            if (_open[i].Family != MarkFamily.Single)
            {
                Add(_open[i], mark.Start, isBalanced: false);
            }

            _open.RemoveAt(i);
        }

        var open = _open[match];
        _open.RemoveAt(match);
        if (mark.Start > open.ContentStart || open.Count > 0)
        {
            open.AddContent(mark.Start);
            _found.Add(new QuotationDraft(new TextSpan(open.Start, mark.End), open.ToContent(), IsBalanced: true));
        }
    }

    private void EndBefore(int position, int match)
    {
        var end = position;
        while (end > _open[match].ContentStart && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        Add(_open[match], end, isBalanced: false);
        _open.RemoveRange(match, _open.Count - match);
    }

    private void DropUnclosedSingles(TextSpan block)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i].Family == MarkFamily.Single && !(i == 0 && _open[i].Mark == '‘' && _open[i].Start == block.Start))
            {
                _open.RemoveAt(i);
            }
        }
    }

    private void CloseAll(int end)
    {
        foreach (var open in _open)
        {
            // The last paragraph was noted as it ended; a lone mark of the single kind is an apostrophe.
            if (open.Family != MarkFamily.Single && open.Count > 0)
            {
                _found.Add(new QuotationDraft(new TextSpan(open.Start, end), open.ToContent(), IsBalanced: false));
            }
        }

        _open.Clear();
    }

    private void Add(OpenQuotation open, int end, bool isBalanced)
    {
        if (open.Count == 0 || open.LastEnd < end)
        {
            open.AddContent(end);
        }

        if (open.Count > 0)
        {
            _found.Add(new QuotationDraft(new TextSpan(open.Start, end), open.ToContent(), isBalanced));
        }
    }

    private sealed class OpenQuotation(QuotationMark mark)
    {
        private TextSpan[] _contents = new TextSpan[1];

        public MarkFamily Family { get; } = mark.Family;

        public char Mark { get; } = mark.Mark;

        public int Start { get; } = mark.Start;

        public int ContentStart { get; set; } = mark.End;

        /// <summary>Stretches of content so far: one a paragraph, so nearly always one.</summary>
        public int Count { get; private set; }

        public int LastEnd => _contents[Count - 1].End;

        public void AddContent(int end)
        {
            if (end > ContentStart)
            {
                if (Count == _contents.Length)
                {
                    Array.Resize(ref _contents, Count * 2);
                }

                _contents[Count++] = new TextSpan(ContentStart, end);
            }
        }

        public ImmutableArray<TextSpan> ToContent() => ImmutableCollectionsMarshal.AsImmutableArray(_contents[..Count]);
    }
}

/// <summary>A quotation before it is known what it stands in.</summary>
internal sealed record QuotationDraft(TextSpan Span, ImmutableArray<TextSpan> Content, bool IsBalanced);
