using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Tells counts of dead, wounded, arrested and accused from other counts; such a figure counts however small it is.</summary>
internal sealed class Casualties(ILexicons lexicons)
{
    private readonly PhraseTable<string> _words = new(lexicons["casualties"].Entries, entry => entry["side"]);

    /// <summary>True where the words next to a number say that people died, were hurt, taken or accused.</summary>
    public bool Counts(Pieces pieces, FigureCandidate figure)
    {
        if (figure.Kind is not FigureKind.Count)
        {
            return false;
        }

        for (var i = figure.First - 1; i >= Math.Max(0, figure.First - 7) && !EndsClause(pieces, i); i--)
        {
            if (_words.TryMatch(pieces, i, out var side, out _) && side is "both" or "before" && !pieces.Is(i - 1, "not"))
            {
                return true;
            }

            // "accused of buying two guns": what was bought is counted.
            if (pieces.TagAt(i) is PennTag.VBG && pieces.Is(i - 1, "of"))
            {
                break;
            }
        }

        for (var i = figure.End; i < Math.Min(pieces.Count, figure.End + 6) && !EndsClause(pieces, i); i++)
        {
            if (_words.TryMatch(pieces, i, out var side, out var end) && side is "both" or "after")
            {
                return !HasObject(pieces, i, end);
            }
        }

        return false;
    }

    // "two gunmen killed 14 people": who is counted did it. No noun stands right before such an object; the tagger takes "shot" for one.
    private static bool HasObject(Pieces pieces, int verb, int next) =>
        pieces.TagAt(verb) is PennTag.VBD or PennTag.VBN or PennTag.VBP or PennTag.NN
        && (pieces.IsKind(next, PieceKind.Number) || pieces.TagAt(next) is PennTag.CD or PennTag.PRP or PennTag.PRPS || pieces.IsAny(next, "a an themselves dozens hundreds"));

    private static bool EndsClause(Pieces pieces, int at) =>
        pieces.IsKind(at, PieceKind.Number) || (pieces.IsKind(at, PieceKind.Mark) && pieces.Text[pieces[at].Start] is '.' or ';' or ':' or '(' or ')' or '—' or '?' or '!')
        || pieces.IsAny(at, "after who that which before while but since because if when");
}
