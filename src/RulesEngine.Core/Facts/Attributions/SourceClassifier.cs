using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Says what a source is: a person, an office, a document, people whom nobody can find.</summary>
internal sealed class SourceClassifier
{
    private readonly ArticleFacts _facts;
    private readonly SourceLexicon _lexicon;

    public SourceClassifier(ArticleFacts facts, SourceLexicon lexicon)
    {
        _facts = facts;
        _lexicon = lexicon;
    }

    /// <summary>True for a name, a pronoun, and a noun of people, houses or documents: "a letter saying", not "a crowded room saying".</summary>
    public bool CanSpeak(int token) => IsName(token) || _facts.Tags[token] == PennTag.PRP || _lexicon.KindOf(Word(token)) is not null;

    /// <summary>True for a noun of something written: "said in a statement".</summary>
    public bool IsWritten(int token) => _lexicon.KindOf(Word(token)) is SourceKind.Document or SourceKind.Account;

    /// <summary>True for a noun that names a poll or a survey: "in a poll" attributes, "in a letter" need not.</summary>
    public bool IsPoll(int token) => _lexicon.IsPoll(Word(token));

    /// <summary>
    /// The kind of a source: an outlet or an account by its words; a name is a person or an organisation; a common noun by the lexicon
    /// of source nouns. "A White House official" is an office, "a person close to the talks" nobody.
    /// </summary>
    public SourceKind Classify(TokenRange source)
    {
        if (_facts.Tokens[source.First].Kind == TokenKind.Handle)
        {
            return SourceKind.Account;
        }

        var head = FindHead(source);
        var noun = _lexicon.KindOf(Word(head));
        if (noun is SourceKind.Account or SourceKind.Document)
        {
            return noun.Value;
        }

        for (var i = source.First; i < source.End; i++)
        {
            if (_lexicon.MatchOutlet(_facts, i, source.End) && (i <= head || noun is SourceKind.Unnamed))
            {
                return SourceKind.Outlet;
            }
        }

        if (IsName(head))
        {
            return ClassifyName(source, head);
        }

        if (noun is { } kind)
        {
            return kind;
        }

        return HasName(source) ? SourceKind.Person : SourceKind.Unnamed;
    }

    /// <summary>The noun that says what the source is: the last one before "of", "for", "who" or a comma.</summary>
    public int FindHead(TokenRange source)
    {
        var head = source.First;
        for (var i = source.First; i < source.End; i++)
        {
            var tag = _facts.Tags[i];
            if (tag is PennTag.NN or PennTag.NNS or PennTag.NNP or PennTag.NNPS or PennTag.PRP or PennTag.CD || _facts.Tokens[i].Kind == TokenKind.Handle)
            {
                head = i;
            }
            else if (i > source.First && tag is PennTag.IN or PennTag.WP or PennTag.WDT or PennTag.Comma or PennTag.VBN or PennTag.VBG or PennTag.LeftBracket or PennTag.CC && _facts.Tags[head] != PennTag.None && head >= source.First && IsNominal(head))
            {
                return IsPartitive(head, i) ? FindHead(new TokenRange(i + 1, source.End)) : head;
            }
        }

        return head;
    }

    // "one of his advisers", "a group of doctors": what follows "of" says who they are.
    private bool IsPartitive(int head, int of) =>
        of + 1 < _facts.Tokens.Length && Word(of).Equals("of", StringComparison.OrdinalIgnoreCase) && _lexicon.IsPartitive(Word(head));

    private bool IsNominal(int token) => _facts.Tags[token] is PennTag.NN or PennTag.NNS or PennTag.NNP or PennTag.NNPS or PennTag.CD or PennTag.PRP;

    private SourceKind ClassifyName(TokenRange source, int head)
    {
        if (_lexicon.IsHonorific(Word(source.First)) || (source.First < head && _lexicon.IsHonorific(Word(head - 1))))
        {
            return SourceKind.Person;
        }

        if (_lexicon.KindOf(Word(head)) is { } kind)
        {
            // "Locals" that opens a sentence is no name; "Farmer Ruiz" would be.
            return kind == SourceKind.Unnamed && source.First < source.End - 1 ? SourceKind.Office : kind;
        }

        return _facts.Tags[head] == PennTag.NNPS || IsAcronym(head) || Word(source.First) is "the" or "The" ? SourceKind.Organisation : SourceKind.Person;
    }

    // A capital at the beginning of a sentence says nothing, unless the word is no source noun: then it is most likely a name.
    private bool IsName(int token) =>
        _facts.Tags[token] is PennTag.NNP or PennTag.NNPS
        || (_facts.Tags[token] is PennTag.NN or PennTag.VB or PennTag.JJ && char.IsUpper(Word(token)[0]) && _lexicon.KindOf(Word(token)) is null);

    private bool HasName(TokenRange source)
    {
        for (var i = source.First; i < source.End; i++)
        {
            if (IsName(i))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAcronym(int token)
    {
        var word = Word(token);
        var capitals = 0;
        foreach (var c in word)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals is >= 2 and <= 5;
    }

    private ReadOnlySpan<char> Word(int token) => _facts.Article.AsSpan(_facts.Tokens[token].Span);
}
