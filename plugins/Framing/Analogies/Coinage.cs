using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>Words coined on a scandal or a regime: "Bendgate", "Nanny-gate", "feminazi", "Stalinesque".</summary>
internal sealed class Coinage
{
    private const int ShortestStem = 2;

    private readonly List<Ending> _endings;

    // A bit a letter that an ending ends with: few words of a text do.
    private readonly uint _lastLetters;
    private readonly Lazy<Dictionary<string, LexiconEntry>> _events;
    private readonly Dictionary<string, LexiconEntry>.AlternateLookup<ReadOnlySpan<char>> _exceptions;

    public Coinage(ILexicons lexicons)
    {
        _endings = Endings(lexicons["comparison-cues"]);
        foreach (var (text, _) in _endings)
        {
            _lastLetters |= LastLetter(text);
        }

        var exceptions = new Dictionary<string, LexiconEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in lexicons["coinage-exceptions"].Entries)
        {
            exceptions.TryAdd(entry.Term, entry);
        }

        _exceptions = exceptions.GetAlternateLookup<ReadOnlySpan<char>>();
        _events = new(() => ByName(lexicons["historical-events"]));
    }

    /// <summary>The first coinage of a sentence that is not in <paramref name="seen"/>; adds it there.</summary>
    public Analogy? Find(SentenceWords words, HashSet<string> seen)
    {
        for (var i = words.First; i < words.End; i++)
        {
            if (CoinedAt(words, i) is { } analogy && seen.Add(words.Facts.Article.GetText(words.Span(analogy.First, analogy.End)).TrimStart('#').ToUpperInvariant()))
            {
                return analogy;
            }
        }

        return null;
    }

    private Analogy? CoinedAt(SentenceWords words, int index)
    {
        var word = words[index];
        if ((LastLetter(word) & _lastLetters) == 0)
        {
            return null;
        }

        foreach (var (ending, origin) in _endings)
        {
            if (!word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var first = word.Length == ending.Length && words.IsHyphen(index - 1) ? index - 2 : index;
            if (origin.Length == 0)
            {
                return StemAt(words, index, word[..^ending.Length]);
            }

            if (IsCoined(words, first, index, ending.Length))
            {
                var referent = _events.Value.TryGetValue(origin, out var entry)
                    ? new Referent(first, index + 1, entry.Term, entry["load"], ReferentSense.Plain, entry)
                    : new Referent(first, index + 1, origin, "scandal", ReferentSense.Plain);
                return new Analogy(first, index + 1, referent, "coinage");
            }
        }

        return null;
    }

    private static uint LastLetter(ReadOnlySpan<char> word) => 1u << ((word[^1] | 0x20) & 31);

    private bool IsCoined(SentenceWords words, int first, int index, int endingLength)
    {
        var name = words.Facts.Article.AsSpan(words.Span(Math.Max(first, words.First), index + 1)).TrimStart('#');
        return first >= words.First
            && char.IsUpper(name[0])
            && !words.IsNameOfPerson(first, index + 1)
            && name.Length >= endingLength + ShortestStem
            && !_exceptions.ContainsKey(name)
            && !_exceptions.ContainsKey(name[(name.LastIndexOf('-') + 1)..]);
    }

    private Analogy? StemAt(SentenceWords words, int index, ReadOnlySpan<char> stem) =>
        _events.Value.TryGetValue(stem.ToString(), out var entry) && entry["load"] != "neutral" && char.IsUpper(stem[0])
            ? new Analogy(index, index + 1, new Referent(index, index + 1, entry.Term, entry["load"], ReferentSense.Plain, entry), "epithet")
            : null;

    // Most articles have no coinage: the names are not laid out before the first.
    private static Dictionary<string, LexiconEntry> ByName(Lexicon events)
    {
        var byName = new Dictionary<string, LexiconEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in events.Entries)
        {
            byName.TryAdd(entry.Term, entry);
            foreach (var alias in entry["aliases"].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                byName.TryAdd(alias, entry);
            }
        }

        return byName;
    }

    private static List<Ending> Endings(Lexicon cues)
    {
        var endings = new List<Ending>();
        foreach (var entry in cues.Entries)
        {
            if (Cue.Read(entry).Pattern is CuePattern.Ending or CuePattern.Stem)
            {
                foreach (var form in entry["forms"].Split('|', StringSplitOptions.RemoveEmptyEntries).Append(entry.Term))
                {
                    endings.Add(new Ending(form, entry["link"]));
                }
            }
        }

        return endings;
    }

    private sealed record Ending(string Text, string Origin);
}
