using System.Globalization;
using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Times;

/// <summary>Reads years: "in 2014", "1980s", "2010-2011"; "FY2024" is a name, "2,014" and "1500 troops" are counts.</summary>
internal sealed class YearScanner(TimeLexicons lexicons)
{
    /// <summary>The year, decade or pair of years that starts at a piece, or null.</summary>
    public TimeCandidate? Scan(Pieces pieces, int at)
    {
        var year = DateParts.YearAt(pieces, at, out var end);
        if (year == 0 || (at > 0 && pieces.Touches(at) && pieces.IsKind(at - 1, PieceKind.Word)))
        {
            return null;
        }

        if (pieces.Is(end, "s") && pieces.Touches(end))
        {
            return new TimeCandidate(at, end + 1, TimeKind.Year) { Year = year, LastYear = year + 9 };
        }

        if (!IsYear(pieces, at, end, year))
        {
            return null;
        }

        if (pieces.IsDash(end) && pieces.IsKind(end + 1, PieceKind.Number))
        {
            var last = DateParts.Whole(pieces, end + 1);
            last = last < 100 ? (year / 100 * 100) + last : last;
            return last > year && last <= DateParts.LatestYear ? new TimeCandidate(at, end + 2, TimeKind.Year) { Year = year, LastYear = last } : null;
        }

        return new TimeCandidate(at, end, TimeKind.Year) { Year = year };
    }

    private bool IsYear(Pieces pieces, int at, int end, int year)
    {
        if (pieces.Touches(end) && pieces.IsKind(end, PieceKind.Word) || pieces.IsMark(end, '%') || IsSign(pieces, at - 1))
        {
            return false;
        }

        if (lexicons.Counted.TryMatch(pieces, end, out _, out _))
        {
            return false;
        }

        if (pieces.IsAny(at - 1, "in since until till during before after early late mid of from year spring summer autumn fall winter"))
        {
            return year >= 1700 || !IsCounted(pieces, end);
        }

        if (pieces.IsAny(at - 1, "over than about least nearly around some almost approximately roughly only to") && IsCounted(pieces, end))
        {
            return false;
        }

        return year >= 1800 || !IsCounted(pieces, end);
    }

    private static bool IsSign(Pieces pieces, int at) => pieces.Has(at) && pieces.Touches(at + 1) && char.GetUnicodeCategory(pieces.Text[pieces[at].Start]) == UnicodeCategory.CurrencySymbol;

    private static bool IsCounted(Pieces pieces, int at) => pieces.TagAt(at) is PennTag.NNS || (pieces.TagAt(at) is PennTag.JJ && pieces.TagAt(at + 1) is PennTag.NNS);
}
