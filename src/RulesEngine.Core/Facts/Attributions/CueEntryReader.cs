using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>Reads the lines of the lexicon of cues; without reflection and lists of words, as every run reads all of them.</summary>
internal sealed class CueEntryReader
{
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _prepositions = [];

    public CueEntryReader() => _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <exception cref="FormatException">A class or a mark that there is not; the message names the term.</exception>
    public Cue Read(LexiconEntry entry)
    {
        var cueClass = ReadClass(entry);
        var complements = ReadComplements(entry["takes"], cueClass);
        var traits = ReadMarks(entry, out var stance);
        return new Cue(entry.Term, cueClass, complements, _prepositions.Count == 0 ? [] : [.. _prepositions], ReadRest(entry.Term), traits, stance);
    }

    private static CueClass ReadClass(LexiconEntry entry) => entry["class"] switch
    {
        "verb" => CueClass.Verb,
        "noun" => CueClass.Noun,
        "adjective" => CueClass.Adjective,
        "preposition" => CueClass.Preposition,
        "adverb" => CueClass.Adverb,
        "carrier" => CueClass.Carrier,
        "support" => CueClass.Support,
        var other => throw new FormatException($"lexicon speech-cues, '{entry.Term}': no class '{other}'; there are verb, noun, adjective, preposition, adverb, carrier and support"),
    };

    private CueComplements ReadComplements(string takes, CueClass cueClass)
    {
        _prepositions.Clear();
        var complements = CueComplements.None;
        foreach (var part in takes.AsSpan().Split(' '))
        {
            var word = takes.AsSpan()[part];
            switch (word)
            {
                case "": break;
                case "clause": complements |= CueComplements.Clause; break;
                case "object": complements |= CueComplements.Object; break;
                case "raising": complements |= CueComplements.Raising; break;
                case "to+noun": _prepositions.Add("to"); break;
                case "to":
                    complements |= CueComplements.Infinitive;
                    if (cueClass is CueClass.Noun or CueClass.Adjective)
                    {
                        _prepositions.Add("to");
                    }

                    break;
                default: _prepositions.Add(Share(word)); break;
            }
        }

        return complements;
    }

    private static CueTraits ReadMarks(LexiconEntry entry, out Stance stance)
    {
        var traits = CueTraits.None;
        stance = Stance.States;
        var marks = entry["marks"];
        foreach (var part in marks.AsSpan().Split(' '))
        {
            switch (marks.AsSpan()[part])
            {
                case "": break;
                case "denies": stance = Stance.Denies; break;
                case "declines": stance = Stance.Declines; break;
                case "confirms": stance = Stance.Confirms; break;
                case "addressee": traits |= CueTraits.Addressee; break;
                case "speech": traits |= CueTraits.Speech; break;
                case "hedged": traits |= CueTraits.Hedged; break;
                case "noun": traits |= CueTraits.Noun; break;
                case "felt": traits |= CueTraits.Felt; break;
                case "received": traits |= CueTraits.Received; break;
                case "free": traits |= CueTraits.Free; break;
                case "agent": traits |= CueTraits.Agent; break;
                case "own": traits |= CueTraits.Own; break;
                case "judges": traits |= CueTraits.Judges; break;
                case "person": traits |= CueTraits.Person; break;
                case "evidence": traits |= CueTraits.Evidence; break;
                default:
                    throw new FormatException($"lexicon speech-cues, '{entry.Term}': no mark '{marks.AsSpan()[part]}'; there are addressee, speech, hedged, noun, felt, received, free, agent, own, judges, person, evidence, denies, declines and confirms");
            }
        }

        return traits;
    }

    private ImmutableArray<string> ReadRest(string term)
    {
        var space = term.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
        {
            return [];
        }

        var rest = ImmutableArray.CreateBuilder<string>();
        var words = term.AsSpan(space + 1);
        foreach (var part in words.Split(' '))
        {
            if (!words[part].IsEmpty)
            {
                rest.Add(Share(words[part]));
            }
        }

        return rest.ToImmutable();
    }

    // "of", "to", "on" stand in most lines.
    private string Share(ReadOnlySpan<char> word)
    {
        if (!_lookup.TryGetValue(word, out var known))
        {
            known = word.ToString();
            _words[known] = known;
        }

        return known;
    }
}
