using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>
/// Leads short sources back to the fuller mention: "he" to the last person who spoke or was named, "Haines" to "Monte Haines",
/// "the ministry" to "the Ministry of Health". Sources come in the order of the text.
/// </summary>
internal sealed class Antecedents(ArticleFacts facts, SourceClassifier classifier, SourceLexicon lexicon)
{
    // How many sources back a reader would still follow a pronoun.
    private const int Reach = 12;

    // How many sources back a short form is matched with a fuller one; bounds the work on very long texts.
    private const int Memory = 300;

    private readonly List<KnownSource> _sources = [];
    private int _named;
    private TokenRange? _lastName;

    /// <summary>The source at a range, with its kind and its antecedent.</summary>
    public Source Resolve(TokenRange range)
    {
        PassNames(range.First);
        var (full, kind) = FindFull(range);
        _sources.Add(new KnownSource(full ?? range, kind));
        return new Source(Span(range), kind, full is { } antecedent ? Span(antecedent) : null);
    }

    private (TokenRange? Full, SourceKind Kind) FindFull(TokenRange range)
    {
        var word = facts.Article.AsSpan(facts.Tokens[range.First].Span);
        if (range.End - range.First == 1 && lexicon.PronounOf(word) is { } pronoun)
        {
            return FindPronoun(pronoun, range);
        }

        var kind = classifier.Classify(range);
        var head = classifier.FindHead(range);
        for (var i = _sources.Count - 1; i >= Math.Max(0, _sources.Count - Memory); i--)
        {
            var (full, known) = _sources[i];
            if (full.End - full.First > range.End - range.First && EndsAlike(full, head))
            {
                return (full, known == SourceKind.Unnamed ? kind : known);
            }
        }

        return (null, kind);
    }

    private (TokenRange? Full, SourceKind Kind) FindPronoun(PronounClass pronoun, TokenRange range)
    {
        if (pronoun == PronounClass.Relative)
        {
            return (null, ClassifyBefore(range.First));
        }

        for (var i = _sources.Count - 1; i >= Math.Max(0, _sources.Count - Reach); i--)
        {
            if (Fits(pronoun, _sources[i]) && _sources[i].Full.First < range.First)
            {
                return (_sources[i].Full, _sources[i].Kind);
            }
        }

        return pronoun == PronounClass.Person ? (_lastName, SourceKind.Person) : (null, pronoun == PronounClass.Speaker ? SourceKind.Person : SourceKind.Unnamed);
    }

    // "Voters who", "the board, which": what stands before the pronoun; a noun that is not listed, with "who", is a person.
    private SourceKind ClassifyBefore(int relative)
    {
        var before = relative - 1;
        while (before > 0 && facts.Article.Text[facts.Tokens[before].Start] == ',')
        {
            before--;
        }

        if (before < 0)
        {
            return SourceKind.Person;
        }

        var isListed = lexicon.KindOf(facts.Article.AsSpan(facts.Tokens[before].Span)) is not null;
        var isWho = facts.Article.AsSpan(facts.Tokens[relative].Span).StartsWith("who", StringComparison.OrdinalIgnoreCase);
        return isWho && !isListed ? SourceKind.Person : classifier.Classify(new TokenRange(before, before + 1));
    }

    // "He" may be "a witness", but not "voters".
    private bool Fits(PronounClass pronoun, KnownSource source) => pronoun switch
    {
        PronounClass.Person => source.Kind is SourceKind.Person or SourceKind.Account
            || (source.Kind is SourceKind.Office or SourceKind.Unnamed && facts.Tags[classifier.FindHead(source.Full)] is PennTag.NN or PennTag.NNP),
        PronounClass.Thing => source.Kind is SourceKind.Organisation or SourceKind.Document or SourceKind.Outlet,
        PronounClass.People => source.Kind is SourceKind.Unnamed or SourceKind.Office or SourceKind.Organisation,
        _ => false,
    };

    // The last name of two words or more before a position: somebody who was introduced but did not speak.
    private void PassNames(int position)
    {
        for (; _named < position; _named++)
        {
            var end = _named;
            while (end < position && facts.Tags[end] == PennTag.NNP)
            {
                end++;
            }

            if (end - _named is >= 2 and <= 5 && classifier.Classify(new TokenRange(_named, end)) == SourceKind.Person)
            {
                _lastName = new TokenRange(_named, end);
            }

            _named = Math.Max(_named, end - 1);
        }
    }

    private bool EndsAlike(TokenRange full, int head)
    {
        var word = facts.Article.AsSpan(facts.Tokens[head].Span);
        for (var i = full.First; i < full.End; i++)
        {
            if (facts.Tags[i] is PennTag.NNP or PennTag.NN or PennTag.NNS or PennTag.NNPS && facts.Article.AsSpan(facts.Tokens[i].Span).Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private TextSpan Span(TokenRange range) => new(facts.Tokens[range.First].Start, facts.Tokens[range.End - 1].End);

    /// <summary>A source that was named before, in its fullest form.</summary>
    private sealed record KnownSource(TokenRange Full, SourceKind Kind);
}

/// <summary>What a pronoun can stand for.</summary>
internal enum PronounClass : byte
{
    /// <summary>"He", "she".</summary>
    Person,

    /// <summary>"It".</summary>
    Thing,

    /// <summary>"They".</summary>
    People,

    /// <summary>"I", "we", "you".</summary>
    Speaker,

    /// <summary>"Who", "which", "that".</summary>
    Relative,
}
