using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>
/// The net under the attributions: a sentence in which none was found that carries the figure, but where somebody plainly says,
/// writes, finds it, "according to" stands beside it, or somebody puts something "at" it. One instance an article.
/// </summary>
internal sealed class PlainStatements(ArticleFacts facts, SourcingLexicons lexicons, Carriers carriers)
{
    private const int LongestSource = 12;

    // Keeps sentences of many thousand words linear.
    private const int Reach = 100;
    private readonly Subjects _subjects = new(facts);

    /// <summary>Who says it, or null.</summary>
    public FigureSource? Find(Pieces pieces, FigureCandidate figure)
    {
        var sentence = pieces.Sentence;
        var span = figure.GetSpan(pieces);
        var middle = facts.FindToken(span.Start);
        for (var i = Math.Max(sentence.FirstToken, middle - Reach); i < Math.Min(sentence.EndToken, middle + Reach); i++)
        {
            var token = facts.Tokens[i];
            if (token.Kind != TokenKind.Word || span.Overlaps(token.Span))
            {
                continue;
            }

            var source = IsInverted(i, span, sentence) ? NounPhraseAt(i + 1, sentence.EndToken) : IsAccording(i) ? SourceAfter(i + 2, sentence.EndToken, span) : Speaks(i, span, sentence) ? _subjects.Before(i, sentence.FirstToken) : Alleges(i, span) ? _subjects.Opening(sentence) : null;
            if (source is { } found && !found.Overlaps(span) && (carriers.Tags.QuotationAt(token.Span) is not { } quotation || quotation.Span.Contains(span)))
            {
                return (carriers.Nameless.IsVague(found) && !carriers.Nameless.IsToldToOutlet(token.Span)) || carriers.Nameless.IsAnonymous(pieces, found) || carriers.Nameless.IsVagueDocument(pieces, found)
                    ? new FigureSource(FigureStatus.Vague, "its only source is nobody whom a reader could find", null, found)
                    : new FigureSource(FigureStatus.Sourced, "its sentence attributes it", null, found);
            }
        }

        return null;
    }

    private bool IsAccording(int token) => Is(token, "according") && Is(token + 1, "to");

    // A finite verb of saying before the figure, or after it behind a comma; or "put … at" right before it.
    private bool Speaks(int token, TextSpan figure, Sentence sentence)
    {
        // "quotes them as saying that"
        if (Is(token, "saying") && Is(token - 1, "as") && facts.Tokens[token].Start < figure.Start)
        {
            return true;
        }

        // "The agency put the number of … at": the one form is past, present and participle.
        if (Is(token, "put") || Is(token, "puts"))
        {
            var last = facts.FindToken(figure.Start) - 1;
            return last > token && Is(last, "at");
        }

        // "its authors counted 23,000": a past that looks like a participle.
        var isPast = facts.Tags[token] is PennTag.VBN && token > 0 && facts.Tags[token - 1] is PennTag.NN or PennTag.NNS or PennTag.NNP or PennTag.PRP && token + 1 < sentence.EndToken && facts.Tags[token + 1] is PennTag.CD;
        if (!isPast && facts.Tags[token] is not (PennTag.VBD or PennTag.VBZ or PennTag.VBP) && !(facts.Tags[token] is PennTag.NNS && IsMistagged(token, sentence)))
        {
            return false;
        }

        var word = facts.Article.AsSpan(facts.Tokens[token].Span);
        if (!lexicons.IsPlainCue(word))
        {
            return false;
        }

        return facts.Tokens[token].Start < figure.Start ? !IsCutOff(token, figure) && !carriers.Tags.TellsAfterTag(token, figure) : IsBehindComma(token, figure, sentence);
    }

    // A plural by its tag, but a verb by its neighbours: "argues that", "Trump claims he", "the bureau estimates Boko Haram", ", the analysis shows."
    private bool IsMistagged(int token, Sentence sentence)
    {
        if (Is(token + 1, "that"))
        {
            return true;
        }

        if (token == sentence.FirstToken)
        {
            return false;
        }

        var next = token + 1 < sentence.EndToken ? facts.Tags[token + 1] : PennTag.Period;
        return next switch
        {
            PennTag.PRP => facts.Tags[token - 1] is PennTag.NN or PennTag.NNP or PennTag.NNPS or PennTag.NNS,
            PennTag.NNP or PennTag.DT => facts.Tags[token - 1] is PennTag.NNP or PennTag.NNPS,
            PennTag.Period => facts.Tags[token - 1] is PennTag.NN or PennTag.NNP,
            _ => false,
        };
    }

    // "…, reports the Western Herald": verb and subject behind what is said.
    private bool IsInverted(int token, TextSpan figure, Sentence sentence) =>
        facts.Tokens[token].Start > figure.End && Is(token - 1, ",") && token + 2 < sentence.EndToken && facts.Tags[token + 1] is PennTag.DT or PennTag.NNP
        && facts.Tags[token] is PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.VBN or PennTag.NNS && lexicons.IsPlainCue(facts.Article.AsSpan(facts.Tokens[token].Span));

    private TextSpan? NounPhraseAt(int first, int end)
    {
        var stop = first;
        while (stop < end && facts.Tags[stop] is PennTag.DT or PennTag.JJ or PennTag.NN or PennTag.NNS or PennTag.NNP or PennTag.NNPS or PennTag.POS)
        {
            stop++;
        }

        return stop > first && facts.Tags[stop - 1] is PennTag.NN or PennTag.NNS or PennTag.NNP or PennTag.NNPS ? new TextSpan(facts.Tokens[first].Start, facts.Tokens[stop - 1].End) : null;
    }

    // "Trump, later alleging that they had let in 250,000": a participle of saying behind a comma, with a that-clause.
    private bool Alleges(int token, TextSpan figure)
    {
        if (facts.Tags[token] is not PennTag.VBG || facts.Tokens[token].Start > figure.Start || !lexicons.IsPlainCue(facts.Article.AsSpan(facts.Tokens[token].Span)))
        {
            return false;
        }

        var before = token - (token > 0 && facts.Tags[token - 1] is PennTag.RB ? 1 : 0) - 1;
        for (var i = token + 1; Is(before, ",") && i < facts.Tokens.Length && facts.Tokens[i].End <= figure.Start && i - token <= LongestSource; i++)
        {
            if (Is(i, "that"))
            {
                return true;
            }
        }

        return false;
    }

    // "The man who said so paid 300 euros": a bracket or a semicolon ends what is said.
    private bool IsCutOff(int token, TextSpan figure)
    {
        for (var i = token + 1; i < facts.Tokens.Length && facts.Tokens[i].Start < figure.Start; i++)
        {
            if (facts.Article.Text[facts.Tokens[i].Start] is ';' or ')')
            {
                return true;
            }
        }

        return token > 0 && facts.Tags[token - 1] is PennTag.WDT or PennTag.WP && !Is(token - 2, ",");
    }

    private bool IsBehindComma(int token, TextSpan figure, Sentence sentence)
    {
        // "He gave $5,000, but the foundation reported": another clause.
        for (var i = facts.FindToken(figure.End); i < token; i++)
        {
            if (facts.Tags[i] is PennTag.CC && Is(i - 1, ",") && token - i <= LongestSource)
            {
                return false;
            }
        }

        for (var i = token - 1; i > sentence.FirstToken && facts.Tokens[i].Start >= figure.End && token - i <= LongestSource; i--)
        {
            if (facts.Article.Text[facts.Tokens[i].Start] == ',')
            {
                return token + 1 >= sentence.EndToken || facts.Tokens[token + 1].Kind == TokenKind.Punctuation || facts.Tags[token + 1] is PennTag.IN or PennTag.NNP or PennTag.RB;
            }
        }

        return false;
    }

    private TextSpan? SourceAfter(int start, int end, TextSpan figure)
    {
        var stop = start;
        while (stop < end && stop - start < LongestSource && facts.Tokens[stop].Kind != TokenKind.Punctuation && !figure.Overlaps(facts.Tokens[stop].Span))
        {
            stop++;
        }

        return stop > start ? new TextSpan(facts.Tokens[start].Start, facts.Tokens[stop - 1].End) : null;
    }

    private bool Is(int token, string word) => token >= 0 && token < facts.Tokens.Length && facts.Article.AsSpan(facts.Tokens[token].Span).Equals(word, StringComparison.OrdinalIgnoreCase);
}
