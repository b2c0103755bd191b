using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>
/// What another sentence announces: "The gazette reports:" before a paragraph, "Soerens argued that:" before a list, a document
/// whose contents the paragraph goes on to tell. One instance an article.
/// </summary>
internal sealed class Introductions(ArticleFacts facts, SourcingLexicons lexicons, AttributionIndex attributions, Carriers carriers, ParagraphThreads threads)
{
    private const int LongestList = 20;
    private const string Announced = "the sentence before announces it";
    private readonly Subjects _subjects = new(facts);

    /// <summary>The source that a sentence before announced, or null.</summary>
    public FigureSource? Find(Sentence sentence)
    {
        if (Before(sentence) is { } last && EndsInColon(last))
        {
            return Named(last) is { } named ? FigureSource.Carried(named, Announced) : Announces(last) is { } span ? new FigureSource(FigureStatus.Sourced, Announced, null, span) : null;
        }

        return sentence.Index > 0 && facts.Sentences[sentence.Index - 1] is var previous && ReferenceEquals(previous.Block, sentence.Block) && Document(previous) is { } document && attributions.ByCue(sentence.Index).Count == 0 && !threads.SpeaksOfThePast(sentence)
            ? FigureSource.Carried(document, "it goes on with the document of the sentence before")
            : null;
    }

    // The last sentence before the paragraph, or before the list that it is an item of.
    private Sentence? Before(Sentence sentence)
    {
        for (var i = sentence.Index - 1; i >= Math.Max(0, sentence.Index - LongestList); i--)
        {
            if (!ReferenceEquals(facts.Sentences[i].Block, sentence.Block) && (sentence.Block.Kind != BlockKind.ListItem || facts.Sentences[i].Block.Kind != BlockKind.ListItem))
            {
                return facts.Sentences[i];
            }
        }

        return null;
    }

    private bool EndsInColon(Sentence sentence) => sentence.TokenCount > 0 && facts.Article.Text[facts.Tokens[sentence.EndToken - 1].End - 1] == ':';

    // "The gazette reports:": the verb right before the colon.
    private TextSpan? Announces(Sentence sentence)
    {
        var verb = sentence.EndToken - 2;
        return verb > sentence.FirstToken && lexicons.IsPlainCue(facts.Article.AsSpan(facts.Tokens[verb].Span))
            && _subjects.Before(verb, sentence.FirstToken) is { } source && !carriers.Nameless.IsVague(source) ? source : null;
    }

    private Attribution? Named(Sentence sentence)
    {
        foreach (var attribution in attributions.ByCue(sentence.Index))
        {
            if (attribution.Source is { IsIdentifiable: true } && carriers.Vouches(attribution) && carriers.StatesPlainly(attribution))
            {
                return attribution;
            }
        }

        return null;
    }

    private Attribution? Document(Sentence sentence) => Named(sentence) is { Source.Kind: SourceKind.Document } document && IsFile(document.Source.Span) ? document : null;

    // Filings, reports and records are told over paragraphs; articles and letters are not.
    private bool IsFile(TextSpan source)
    {
        for (var i = facts.FindToken(source.Start); i < facts.Tokens.Length && facts.Tokens[i].Start < source.End; i++)
        {
            if (lexicons.IsFile(facts.Article.AsSpan(facts.Tokens[i].Span)))
            {
                return true;
            }
        }

        return false;
    }
}
