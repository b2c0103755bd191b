using System.Collections.Immutable;
using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Core.Facts.Times;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Finds the time expressions of an article and resolves them against its date.</summary>
internal sealed class TimeFinder(ILexicons lexicons)
{
    private readonly TimeScanner _scanner = new(new TimeLexicons(lexicons));

    /// <summary>In the order of the text.</summary>
    public ImmutableArray<TimeExpression> Find(ArticleFacts facts)
    {
        var found = new List<FoundTime>();
        var pieces = new Pieces(facts);
        foreach (var sentence in facts.Sentences)
        {
            pieces.Read(sentence);
            for (var i = 0; i < pieces.Count;)
            {
                if (_scanner.Scan(pieces, i) is { } candidate)
                {
                    found.Add(new FoundTime(candidate with { IsFuture = IsFuture(pieces) }, new TextSpan(pieces[i].Start, pieces[candidate.End - 1].End), sentence));
                    i = candidate.End;
                }
                else
                {
                    i++;
                }
            }
        }

        return Resolve(facts.Article, found);
    }

    private static ImmutableArray<TimeExpression> Resolve(Article article, List<FoundTime> found)
    {
        var times = ImmutableArray.CreateBuilder<TimeExpression>(found.Count);
        var year = found.FirstOrDefault(time => time.Candidate is { Year: > 0, Kind: TimeKind.Date or TimeKind.Month })?.Candidate.Year ?? 0;
        DateOnly? before = null;
        foreach (var (candidate, span, sentence) in found)
        {
            year = candidate is { Year: > 0, Kind: TimeKind.Date or TimeKind.Month } ? candidate.Year : year;
            var (first, last) = new TimeResolver(article.Date, year).Resolve(candidate, before);
            times.Add(new TimeExpression(span, candidate.Kind, first, last, sentence));
            before = candidate.Kind is not TimeKind.Year && last is not null ? last : before;
        }

        return times.ToImmutable();
    }

    private static bool IsFuture(Pieces pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces.IsAny(i, "will shall upcoming scheduled planned"))
            {
                return true;
            }
        }

        return false;
    }

    private sealed record FoundTime(TimeCandidate Candidate, TextSpan Span, Sentence Sentence);
}
