using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>
/// Decides who carries each figure of an article, as a careful editor does: the quotation's speaker, the sentence's own
/// attribution, the report or poll that the paragraph goes on about, the source line of a table, and last the words that name
/// nobody. One instance an article.
/// </summary>
internal sealed class FigureSourcing(ArticleFacts facts, SourcingLexicons lexicons)
{
    // How far words of the same sentence reach; keeps sentences of many thousand words linear.
    private const int Reach = 200;
    private readonly Dictionary<int, List<Attribution>> _bySentence = GroupByCue(facts);
    private readonly Dictionary<int, List<Attribution>> _byContent = GroupByContent(facts);
    private readonly ParagraphThreads _threads = new(facts, lexicons);
    private readonly Carriers _carriers = new(facts, lexicons);
    private readonly PlainStatements _statements = new(facts, lexicons);
    private readonly Pieces _next = new(facts);
    private int _nextRead = -1;

    /// <summary>Who carries a figure.</summary>
    /// <param name="pieces">Its sentence.</param>
    /// <param name="figure">The figure.</param>
    public FigureSource Resolve(Pieces pieces, FigureCandidate figure)
    {
        var span = figure.GetSpan(pieces);
        var sentence = pieces.Sentence;
        return FromBlock(sentence)
            ?? FromQuotation(span, sentence)
            ?? FromAttributions(pieces, figure)
            ?? FromVagueWords(pieces, figure)
            ?? _statements.Find(pieces, figure)
            ?? FromOrigin(pieces, figure)
            ?? _threads.Find(sentence, figure)
            ?? FromSentenceBefore(sentence)
            ?? FromSourceLine(sentence.Block)
            ?? new FigureSource(FigureStatus.Unsourced, "stated in the article's own voice, with no source in reach");
    }

    private static Dictionary<int, List<Attribution>> GroupByCue(ArticleFacts facts)
    {
        var groups = new Dictionary<int, List<Attribution>>();
        foreach (var attribution in facts.Attributions)
        {
            Add(groups, attribution.Sentence.Index, attribution);
        }

        return groups;
    }

    private static Dictionary<int, List<Attribution>> GroupByContent(ArticleFacts facts)
    {
        var groups = new Dictionary<int, List<Attribution>>();
        foreach (var attribution in facts.Attributions)
        {
            foreach (var content in attribution.Content)
            {
                for (var sentence = facts.SentenceAt(content.Start); sentence is not null && sentence.Span.Start < content.End; sentence = sentence.Index + 1 < facts.Sentences.Length ? facts.Sentences[sentence.Index + 1] : null)
                {
                    Add(groups, sentence.Index, attribution);
                }
            }
        }

        return groups;
    }

    private static void Add(Dictionary<int, List<Attribution>> groups, int sentence, Attribution attribution)
    {
        if (!groups.TryGetValue(sentence, out var group))
        {
            groups[sentence] = group = [];
        }

        if (group.Count == 0 || !ReferenceEquals(group[^1], attribution))
        {
            group.Add(attribution);
        }
    }

    private static FigureSource? FromBlock(Sentence sentence) =>
        sentence.Block.Kind == BlockKind.Embed || sentence.Block.Within.HasFlag(BlockContainers.Embed)
            ? new FigureSource(FigureStatus.Sourced, "in a post that is shown with its account")
            : null;

    private FigureSource? FromQuotation(TextSpan span, Sentence sentence)
    {
        var quotation = QuotationAt(span);
        if (quotation is null || quotation.IsPhrase)
        {
            return null;
        }

        Attribution? unnamed = null;
        foreach (var attribution in Near(sentence, quotation))
        {
            if (!IsOf(attribution, quotation))
            {
                continue;
            }

            if (_carriers.GetNamed(attribution) is { } named)
            {
                return FigureSource.Carried(named, "in a quotation of an identified speaker");
            }

            if (attribution.Source is { } source && !_carriers.IsVague(source.Span))
            {
                return FigureSource.Carried(attribution, "in a quotation of an identified speaker");
            }

            unnamed ??= attribution.Source is null ? null : attribution;
        }

        return (SpeakerNearby(sentence, quotation) ?? SpeakerBefore(quotation)) is { } speaker ? FigureSource.Carried(speaker, "in a quotation of the speaker whom the paragraph names")
            : unnamed is not null ? FigureSource.Vague(unnamed, "in a quotation of somebody who is not identified")
            : null;
    }

    // Attributions whose content stands in the figure's own sentence or where the quotation begins or ends.
    private IEnumerable<Attribution> Near(Sentence sentence, Quotation quotation)
    {
        var indices = new[] { sentence.Index, facts.SentenceAt(quotation.Span.Start)?.Index ?? -1, facts.SentenceAt(quotation.Span.End - 1)?.Index ?? -1 };
        return indices.Distinct().Where(_byContent.ContainsKey).SelectMany(index => _byContent[index]).Distinct();
    }

    private Quotation? QuotationAt(TextSpan span)
    {
        int low = 0, high = facts.Quotations.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = facts.Quotations[middle].Span.Start <= span.Start ? (middle + 1, high) : (low, middle);
        }

        // The one that starts last before the figure, or one that it stands in.
        for (var quotation = low > 0 ? facts.Quotations[low - 1] : null; quotation is not null; quotation = quotation.Outer)
        {
            if (quotation.Outer is null)
            {
                return quotation.Span.Contains(span) ? quotation : null;
            }
        }

        return null;
    }

    private static bool IsOf(Attribution attribution, Quotation quotation)
    {
        if (ReferenceEquals(attribution.Quotation, quotation))
        {
            return true;
        }

        // An attribution inside the quotation is the speaker's own and carries only its own content.
        if (quotation.Span.Contains(attribution.Cue))
        {
            return false;
        }

        foreach (var content in attribution.Content)
        {
            if (content.Overlaps(quotation.Span))
            {
                return true;
            }
        }

        return false;
    }

    // Quotations run on over sentences whose cue stands before or after them in the same paragraph.
    private Attribution? SpeakerNearby(Sentence sentence, Quotation quotation)
    {
        for (var distance = 0; distance <= 4; distance++)
        {
            for (var side = -1; side <= 1; side += 2)
            {
                var index = sentence.Index + (side * distance);
                if (index >= 0 && index < facts.Sentences.Length && ReferenceEquals(facts.Sentences[index].Block, sentence.Block) && Identified(index, quotation) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    // A speech that runs over paragraphs: whoever was named just before it began.
    private Attribution? SpeakerBefore(Quotation quotation)
    {
        if (facts.SentenceAt(quotation.Span.Start) is not { } first || first.Block.Span.Contains(quotation.Span))
        {
            return null;
        }

        for (var index = first.Index - 1; index >= Math.Max(0, first.Index - 4); index--)
        {
            if (Identified(index, null) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private Attribution? Identified(int sentence, Quotation? outside)
    {
        if (_bySentence.TryGetValue(sentence, out var group))
        {
            foreach (var attribution in group)
            {
                if (attribution.Source is { IsIdentifiable: true } && (outside is null || !outside.Span.Contains(attribution.Cue)))
                {
                    return attribution;
                }
            }
        }

        return null;
    }

    private FigureSource? FromAttributions(Pieces pieces, FigureCandidate figure)
    {
        var (span, sentence) = (figure.GetSpan(pieces), pieces.Sentence);
        Attribution? unnamed = null;
        foreach (var attribution in _byContent.GetValueOrDefault(sentence.Index, []))
        {
            if (attribution.Source is null || !Holds(attribution, span) || !_carriers.Vouches(attribution))
            {
                continue;
            }

            if (IsVagueDocument(pieces, attribution.Source))
            {
                unnamed ??= attribution;
                continue;
            }

            if (_carriers.GetNamed(attribution) is { } named)
            {
                return FigureSource.Carried(named, "its sentence attributes it");
            }

            if (attribution.Source.Span.Overlaps(span) || facts.Article.AsSpan(attribution.Source.Span) is "This" or "That" or "These" or "Those" or "this" or "that")
            {
                continue;
            }

            if (!_carriers.IsVague(attribution.Source.Span))
            {
                return FigureSource.Carried(attribution, "its sentence attributes it");
            }

            unnamed ??= attribution;
        }

        if (Beside(pieces, span) is { } beside)
        {
            return FigureSource.Carried(beside, "its sentence names a source");
        }

        return unnamed is null ? null : _threads.Find(sentence, figure) ?? FigureSource.Vague(unnamed, "its only source is nobody whom a reader could find");
    }

    // "unconfirmed reports", "local media": a document or outlet only in form.
    private bool IsVagueDocument(Pieces pieces, Source source)
    {
        if (source.Kind is not (SourceKind.Document or SourceKind.Outlet))
        {
            return false;
        }

        // All of it, so that "police reports" and "the reports of the bank" stay documents.
        for (var i = 0; i < Math.Min(pieces.Count, Reach) && pieces[i].Start <= source.Span.Start; i++)
        {
            if (pieces[i].Start == source.Span.Start)
            {
                return lexicons.VagueDocuments.TryMatch(pieces, i, out _, out var end) && pieces[end - 1].End == source.Span.End;
            }
        }

        return false;
    }

    // An attribution of the same sentence that does not reach the figure: "the report says" in a later clause.
    private Attribution? Beside(Pieces pieces, TextSpan span)
    {
        if (!_bySentence.TryGetValue(pieces.Sentence.Index, out var group))
        {
            return null;
        }

        foreach (var attribution in group)
        {
            if (attribution.Source is { IsIdentifiable: true } source && !source.Span.Overlaps(span) && _carriers.Vouches(attribution) && _carriers.StatesPlainly(attribution) && !IsRelative(source) && !IsOtherClause(span, source) && !IsAside(span, source, attribution.Cue) && !IsVagueDocument(pieces, source))
            {
                return attribution;
            }
        }

        return null;
    }

    // "received hundreds of calls after the singer tweeted", "freed five men, and now a senator claims".
    private bool IsOtherClause(TextSpan figure, Source source)
    {
        for (var i = facts.FindToken(figure.End); i < facts.Tokens.Length && facts.Tokens[i].End <= source.Span.Start; i++)
        {
            if (facts.Article.AsSpan(facts.Tokens[i].Span) is "and" or "but" or "after" or "before" or "when" or "because" or "while" or "by" or "since")
            {
                return true;
            }
        }

        return false;
    }

    // "The bakery, which sold 40 shops last year, says": what stands between source and cue is the text's own.
    private static bool IsAside(TextSpan figure, Source source, TextSpan cue) => figure.Start >= source.Span.Start && figure.End <= cue.Start;

    // "voters who prefer her", "a story that claims": no source of their own.
    private bool IsRelative(Source source) => facts.Article.GetText(source.Span) is "who" or "that" or "which" or "whom";

    private static bool Holds(Attribution attribution, TextSpan span)
    {
        foreach (var content in attribution.Content)
        {
            if (content.Overlaps(span))
            {
                return true;
            }
        }

        return false;
    }

    private FigureSource? FromVagueWords(Pieces pieces, FigureCandidate figure)
    {
        for (var i = Math.Max(0, figure.First - Reach); i < Math.Min(pieces.Count, figure.End + Reach); i++)
        {
            if (lexicons.Vague.TryMatch(pieces, i, out _, out var end) && (i < figure.First ? !Parts(pieces, end, figure.First, false) && (figure.First - end <= 2 || !pieces.IsAny(end - 1, "of", "that")) : !pieces.IsAny(end - 1, "of", "that") && !Parts(pieces, figure.End, i, true)))
            {
                return new FigureSource(FigureStatus.Vague, "its only source is nobody whom a reader could find", null, new TextSpan(pieces[i].Start, pieces[end - 1].End));
            }
        }

        return null;
    }

    // "a number taken from the electoral roll"; "That is what the bureau says."
    private FigureSource? FromOrigin(Pieces pieces, FigureCandidate figure)
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

    // "Turnout was the second highest, officials said. It was about 41 percent."
    private FigureSource? FromSentenceBefore(Sentence sentence)
    {
        if (sentence.Index == 0 || sentence.TokenCount < 2 || !ReferenceEquals(facts.Sentences[sentence.Index - 1].Block, sentence.Block)
            || facts.Tags[sentence.FirstToken + 1] is not (PennTag.VBD or PennTag.VBZ or PennTag.VBP or PennTag.RB)
            || !(facts.Article.AsSpan(facts.Tokens[sentence.FirstToken].Span) is "It" or "They" or "That" or "This" or "These" or "Those"))
        {
            return null;
        }

        foreach (var attribution in _bySentence.GetValueOrDefault(sentence.Index - 1, []))
        {
            if (attribution.Source is { IsIdentifiable: true } && attribution.Quotation is null && _carriers.Vouches(attribution) && _carriers.StatesPlainly(attribution))
            {
                return FigureSource.Carried(attribution, "it goes on with what the sentence before attributes");
            }
        }

        return null;
    }

    // Brackets and the like between vague words and figure, or a new clause after the figure, keep them apart.
    private static bool Parts(Pieces pieces, int start, int end, bool byClause)
    {
        for (var i = start; i < end; i++)
        {
            if ((pieces.IsKind(i, PieceKind.Mark) && pieces.Text[pieces[i].Start] is '(' or ')' or ';' or ':' or '—') || (byClause && pieces.IsAny(i, "and", "but", "which", "who", "that")))
            {
                return true;
            }
        }

        return false;
    }

    // "Source: letter of the board" under a table or a chart, within the lines that follow.
    private FigureSource? FromSourceLine(Block block)
    {
        var blocks = facts.Article.Blocks;
        var index = blocks.AsSpan().BinarySearch(block, Comparer<Block>.Create((left, right) => left.Span.CompareTo(right.Span)));
        for (var i = index; i < Math.Min(blocks.Length, index + 40); i++)
        {
            var text = facts.Article.AsSpan(blocks[i].Span);
            var line = text.LastIndexOf("\n");
            var last = line >= 0 ? text[(line + 1)..] : text;
            if (last.StartsWith("Source:", StringComparison.OrdinalIgnoreCase) || last.StartsWith("Sources:", StringComparison.OrdinalIgnoreCase))
            {
                return new FigureSource(FigureStatus.Sourced, "in a table or picture with a source line", null, blocks[i].Span);
            }

            if (blocks[i].Kind is not (BlockKind.TableCell or BlockKind.TableHeader or BlockKind.Caption) && text.Length > 60)
            {
                return null;
            }
        }

        return null;
    }
}
