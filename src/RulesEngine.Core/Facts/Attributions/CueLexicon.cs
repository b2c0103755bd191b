using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>
/// The lexicon of cues, looked up by the words as they stand in the text. Words are led back to their dictionary form when they are looked
/// up: to inflect all of the lexicon beforehand would cost every run more than an article does. Immutable to its users.
/// </summary>
internal sealed class CueLexicon
{
    // No cue is longer; a longer word is not tried for endings.
    private const int LongestWord = 32;

    private readonly Dictionary<string, CueWord> _words = new(2000, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CueWord>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private CueLexicon() => _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the lexicon <c>speech-cues</c>.</summary>
    /// <exception cref="FormatException">A class or a mark that there is not; the message names the term.</exception>
    public static CueLexicon Create(ILexicons lexicons)
    {
        var cues = new CueLexicon();
        var reader = new CueEntryReader();
        foreach (var entry in lexicons["speech-cues"].Entries)
        {
            cues.Add(entry, reader.Read(entry));
        }

        return cues;
    }

    /// <summary>The cues that a word can be, or begin, the longest first; empty for others.</summary>
    public ImmutableArray<Cue> Find(ReadOnlySpan<char> word)
    {
        var found = _lookup.TryGetValue(word, out var plain) ? plain.Plain : [];
        if (word.Length is < 4 or > LongestWord)
        {
            return found;
        }

        return char.ToLowerInvariant(word[^1]) switch
        {
            's' => FindThirdPerson(word, found),
            'd' when char.ToLowerInvariant(word[^2]) == 'e' => FindPast(word, found),
            'g' when word.EndsWith("ing", StringComparison.OrdinalIgnoreCase) => FindGerund(word, found),
            _ => found,
        };
    }

    /// <summary>True for a form of a verb that can introduce what somebody says or thinks.</summary>
    public bool IsSpeech(ReadOnlySpan<char> word) => IsSpeech(Find(word));

    /// <summary>True where one of the cues is a verb that can introduce what somebody says or thinks.</summary>
    public static bool IsSpeech(ImmutableArray<Cue> cues)
    {
        foreach (var cue in cues)
        {
            if (cue.Class is CueClass.Verb && cue.Takes(CueComplements.Clause | CueComplements.Object))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a form of a verb that can introduce a quotation.</summary>
    public bool SaysClause(ReadOnlySpan<char> word)
    {
        foreach (var cue in Find(word))
        {
            if (cue.Class is CueClass.Verb && cue.Rest.IsEmpty && cue.Takes(CueComplements.Clause) && !cue.Takes(CueComplements.Raising))
            {
                return true;
            }
        }

        return false;
    }

    private ImmutableArray<Cue> FindThirdPerson(ReadOnlySpan<char> word, ImmutableArray<Cue> found)
    {
        found = Join(found, Try(word[..^1], "", word, CueForm.ThirdPerson));
        if (char.ToLowerInvariant(word[^2]) == 'e')
        {
            found = Join(found, Try(word[..^2], "", word, CueForm.ThirdPerson));
            found = char.ToLowerInvariant(word[^3]) == 'i' ? Join(found, Try(word[..^3], "y", word, CueForm.ThirdPerson)) : found;
        }

        return found;
    }

    private ImmutableArray<Cue> FindPast(ReadOnlySpan<char> word, ImmutableArray<Cue> found)
    {
        found = Join(found, Try(word[..^1], "", word, CueForm.Past));
        found = Join(found, Try(word[..^2], "", word, CueForm.Past));
        return char.ToLowerInvariant(word[^3]) == 'i' ? Join(found, Try(word[..^3], "y", word, CueForm.Past)) : Join(found, TryUndoubled(word[..^2], word, CueForm.Past));
    }

    private ImmutableArray<Cue> FindGerund(ReadOnlySpan<char> word, ImmutableArray<Cue> found)
    {
        var stem = word[..^3];
        found = Join(found, Try(stem, "", word, CueForm.Gerund));
        found = Join(found, Try(stem, "e", word, CueForm.Gerund));
        return char.ToLowerInvariant(stem[^1]) == 'y' ? Join(found, Try(stem[..^1], "ie", word, CueForm.Gerund)) : Join(found, TryUndoubled(stem, word, CueForm.Gerund));
    }

    private ImmutableArray<Cue> TryUndoubled(ReadOnlySpan<char> stem, ReadOnlySpan<char> word, CueForm form) =>
        stem.Length > 2 && stem[^1] == stem[^2] ? Try(stem[..^1], "", word, form) : [];

    private ImmutableArray<Cue> Try(ReadOnlySpan<char> stem, ReadOnlySpan<char> ending, ReadOnlySpan<char> word, CueForm form)
    {
        Span<char> buffer = stackalloc char[LongestWord + 2];
        stem.CopyTo(buffer);
        ending.CopyTo(buffer[stem.Length..]);
        return _lookup.TryGetValue(buffer[..(stem.Length + ending.Length)], out var known) ? known.In(form, word) : [];
    }

    // Two dictionary forms of one word ("found", "lay") are rare.
    private static ImmutableArray<Cue> Join(ImmutableArray<Cue> left, ImmutableArray<Cue> right) =>
        right.IsEmpty ? left : left.IsEmpty ? right : CueWord.Sort(left.AddRange(right));

    private void Add(LexiconEntry entry, Cue cue)
    {
        var space = entry.Term.IndexOf(' ', StringComparison.Ordinal);
        var word = space < 0 ? entry.Term : entry.Term[..space];
        var forms = entry["forms"];
        Word(word).Add(cue, isRegular: forms.Length == 0);
        if (cue.Class is not (CueClass.Verb or CueClass.Carrier or CueClass.Support))
        {
            return;
        }

        if (word == "have")
        {
            Word("has").AddForm(cue);
        }

        foreach (var part in forms.AsSpan().Split('|'))
        {
            var form = forms.AsSpan()[part];
            var end = form.IndexOf(' ');
            if (!form.IsEmpty)
            {
                Word(end < 0 ? form.ToString() : form[..end].ToString()).AddForm(cue);
            }
        }
    }

    private CueWord Word(string word)
    {
        if (!_words.TryGetValue(word, out var known))
        {
            _words[word] = known = new CueWord(word);
        }

        return known;
    }
}
