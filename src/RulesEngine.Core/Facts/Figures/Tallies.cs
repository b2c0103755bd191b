using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>
/// Bodies that count: "the United Nations has recorded over 12,000 deaths", "the office raised the toll to 59", "Berlin's pledge
/// to add 7,000 soldiers". Whoever counts carries the figure. One instance an article.
/// </summary>
internal sealed class Tallies(ArticleFacts facts, SourcingLexicons lexicons, Carriers carriers)
{
    private const int MostBetween = 8;
    private readonly Subjects _subjects = new(facts);

    /// <summary>Who counted, or null.</summary>
    public FigureSource? Find(Pieces pieces, FigureCandidate figure)
    {
        var verb = FindVerb(pieces, figure);
        var source = verb >= 0 ? Subject(pieces, verb) : Holder(pieces, figure);
        return source is { } found && (Names(found) || GoesOn(pieces.Sentence, found)) && !carriers.Nameless.IsVague(found) ? new FigureSource(FigureStatus.Sourced, "its sentence says who counts it", null, found) : null;
    }

    /// <summary>True for a sentence that opens with an item of accounts ("Revenue was", "Net profit rose"): results are told item by item.</summary>
    public bool TellsAccounts(Pieces pieces) => Role(pieces, 0) == "item" || Role(pieces, 1) == "item";

    // The verb right before the figure, or the one whose thing the figure is the level of.
    private int FindVerb(Pieces pieces, FigureCandidate figure)
    {
        var at = figure.First - 1;
        at -= pieces.IsAny(at, "a an the another that") ? 1 : 0;
        if (Role(pieces, at) == "count")
        {
            return at;
        }

        if (!pieces.IsAny(at, "to at from"))
        {
            return -1;
        }

        var isLevel = pieces.Is(at, "at");
        var hasThing = false;
        for (var i = at - 1; i >= Math.Max(0, at - MostBetween) && !pieces.IsKind(i, PieceKind.Mark); i--)
        {
            var role = Role(pieces, i);
            if ((hasThing && role == "move" || isLevel && role == "level") && pieces.TagAt(i) is PennTag.VBD or PennTag.VBZ or PennTag.VBN or PennTag.VBP)
            {
                return i;
            }

            hasThing |= role is "thing" || pieces.Is(i, "count");
        }

        return -1;
    }

    private TextSpan? Subject(Pieces pieces, int verb)
    {
        var at = verb;
        while (Role(pieces, at - 1) == "auxiliary")
        {
            at--;
        }

        return _subjects.Before(facts.FindToken(pieces[at].Start), pieces.Sentence.FirstToken);
    }

    // "Berlin's pledge last month to add almost 7,000": the holder of the promise.
    private TextSpan? Holder(Pieces pieces, FigureCandidate figure)
    {
        var leads = false;
        for (var i = figure.First - 1; i >= Math.Max(1, figure.First - MostBetween) && !(pieces.IsKind(i, PieceKind.Mark) && !pieces.IsJoint(i)); i--)
        {
            leads |= pieces.IsAny(i, "to of");
            if (leads && Role(pieces, i) == "deed" && pieces.TagAt(i) is PennTag.NN or PennTag.NNP && !pieces.IsCapitalised(i) && facts.FindToken(pieces[i].Start) is var noun && facts.Tags[noun - 1] is PennTag.POS or PennTag.PRPS)
            {
                return new TextSpan(facts.Tokens[noun - (facts.Tags[noun - 1] is PennTag.POS && noun > 1 ? 2 : 1)].Start, facts.Tokens[noun - 1].End);
            }
        }

        return null;
    }

    // A name, an office or a house; pronouns and plain things count nothing.
    private bool Names(TextSpan source)
    {
        for (var i = facts.FindToken(source.Start); i < facts.Tokens.Length && facts.Tokens[i].Start < source.End; i++)
        {
            if (facts.Tags[i] is PennTag.NNP or PennTag.NNPS or PennTag.PRPS || lexicons.IsHouse(facts.Article.AsSpan(facts.Tokens[i].Span)))
            {
                return true;
            }
        }

        return false;
    }

    // "The report was tabled on Monday. It lists 27 depots.": the pronoun of a document or house right before.
    private bool GoesOn(Sentence sentence, TextSpan source)
    {
        if (sentence.Index == 0 || !(facts.Article.AsSpan(source) is "It" or "it" or "They" or "they") || facts.Sentences[sentence.Index - 1] is not { } before || !ReferenceEquals(before.Block, sentence.Block))
        {
            return false;
        }

        for (var i = before.FirstToken; i < before.EndToken; i++)
        {
            if (lexicons.IsHouse(facts.Article.AsSpan(facts.Tokens[i].Span)))
            {
                return true;
            }
        }

        return false;
    }

    private string? Role(Pieces pieces, int at) => lexicons.Tallying.TryMatch(pieces, at, out var role, out _) ? role : null;
}
