namespace RulesEngine.Core.Facts;

/// <summary>How many marks of a block are still to come; tells a missing closing mark from a nested quotation.</summary>
internal sealed class MarkBalance
{
    private readonly int[] _opening = new int[5];
    private readonly int[] _closing = new int[5];
    private int _doubles;

    /// <param name="marks">The marks of the block.</param>
    /// <param name="start">The first one to count.</param>
    public MarkBalance(List<QuotationMark> marks, int start)
    {
        for (var i = start; i < marks.Count; i++)
        {
            Count(marks[i], 1);
        }
    }

    /// <summary>Double marks after the one that was passed last.</summary>
    public int DoublesAhead => _doubles;

    /// <summary>Single marks ahead that can close.</summary>
    public int SinglesToClose => _closing[(int)MarkFamily.Single];

    /// <summary>Goes past a mark.</summary>
    public void Pass(QuotationMark mark) => Count(mark, -1);

    /// <summary>True where the marks ahead close the quotation that opens now but not the one around it.</summary>
    public bool IsOneCloseShort(MarkFamily family) => _closing[(int)family] - _opening[(int)family] < 2;

    private void Count(QuotationMark mark, int change)
    {
        _opening[(int)mark.Family] += mark.Opens && !mark.Closes ? change : 0;
        _closing[(int)mark.Family] += mark.Closes ? change : 0;
        _doubles += mark.Family == MarkFamily.Double ? change : 0;
    }
}
