using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>The lexicon of cues, looked up by the words as they stand in the text. Immutable.</summary>
internal sealed class CueLexicon
{
    private readonly Dictionary<string, ImmutableArray<Cue>> _byForm = new(3000, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ImmutableArray<Cue>>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly WordFilter _filter = new(3000);

    private CueLexicon() => _lookup = _byForm.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the lexicon <c>speech-cues</c>.</summary>
    /// <exception cref="FormatException">A class or a mark that there is not; the message names the term.</exception>
    public static CueLexicon Create(ILexicons lexicons)
    {
        var cues = new CueLexicon();
        foreach (var entry in lexicons["speech-cues"].Entries)
        {
            cues.Add(entry);
        }

        return cues;
    }

    /// <summary>The cues that a word can be, or begin; empty for others.</summary>
    public ImmutableArray<Cue> Find(ReadOnlySpan<char> word) => _filter.MayHave(word) && _lookup.TryGetValue(word, out var cues) ? cues : [];

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

    private void Add(LexiconEntry entry)
    {
        var words = entry.Term.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var cue = Read(entry, words);
        if (cue.Class is CueClass.Verb or CueClass.Carrier or CueClass.Support)
        {
            foreach (var form in VerbForms.Of(words[0], entry["forms"]))
            {
                Add(form.Split(' ')[0], cue);
            }
        }
        else
        {
            Add(words[0], cue);
            if (cue.Class == CueClass.Noun)
            {
                Add(VerbForms.ThirdPerson(words[0]), cue);
            }
        }
    }

    private void Add(string form, Cue cue)
    {
        var known = _byForm.GetValueOrDefault(form, []);
        if (!known.Contains(cue))
        {
            // Longer terms first: "point out" before "point".
            var at = 0;
            while (at < known.Length && known[at].Rest.Length >= cue.Rest.Length)
            {
                at++;
            }

            _byForm[form] = known.Insert(at, cue);
            _filter.Add(form);
        }
    }

    private static Cue Read(LexiconEntry entry, string[] words)
    {
        var complements = CueComplements.None;
        var prepositions = ImmutableArray.CreateBuilder<string>();
        foreach (var word in entry["takes"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (word)
            {
                case "clause": complements |= CueComplements.Clause; break;
                case "to" when entry["class"] is not "noun" and not "adjective": complements |= CueComplements.Infinitive; break;
                case "to": complements |= CueComplements.Infinitive; prepositions.Add(word); break;
                case "to+noun": prepositions.Add("to"); break;
                case "object": complements |= CueComplements.Object; break;
                case "raising": complements |= CueComplements.Raising; break;
                default: prepositions.Add(word); break;
            }
        }

        if (!Enum.TryParse<CueClass>(entry["class"], ignoreCase: true, out var cueClass))
        {
            throw new FormatException($"lexicon speech-cues, '{entry.Term}': no class '{entry["class"]}'; there are verb, noun, adjective, preposition, adverb, carrier and support");
        }

        var traits = CueTraits.None;
        var stance = Stance.States;
        foreach (var mark in entry["marks"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (ReadStance(mark) is { } found)
            {
                stance = found;
            }
            else
            {
                traits |= Enum.TryParse<CueTraits>(mark, ignoreCase: true, out var trait)
                    ? trait
                    : throw new FormatException($"lexicon speech-cues, '{entry.Term}': no mark '{mark}'; there are denies, declines, confirms, {string.Join(", ", Enum.GetNames<CueTraits>()).ToLowerInvariant()}");
            }
        }

        return new Cue(entry.Term, cueClass, complements, prepositions.ToImmutable(), [.. words.Skip(1)], traits, stance);
    }

    private static Stance? ReadStance(string mark) => mark switch
    {
        "denies" => Stance.Denies,
        "declines" => Stance.Declines,
        "confirms" => Stance.Confirms,
        _ => null,
    };
}
