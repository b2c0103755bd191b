using System.Collections.Immutable;

namespace RulesEngine.Core.Facts;

/// <summary>The inflected forms that a word is led back from.</summary>
internal enum CueForm : byte
{
    ThirdPerson,
    Gerund,
    Past,
}

/// <summary>A word of the lexicon of cues: what it can be or begin, in its dictionary form or as an irregular form of another word.</summary>
internal sealed class CueWord(string word)
{
    private readonly List<CueReading> _cues = new(1);
    private ImmutableArray<Cue> _plain;
    private ImmutableArray<Cue> _third;
    private ImmutableArray<Cue> _gerund;
    private ImmutableArray<Cue> _past;
    private string? _thirdPerson;
    private string? _gerundForm;
    private string? _pastForm;

    /// <summary>The cues of the word as it stands. Threads that ask at once compute the same.</summary>
    public ImmutableArray<Cue> Plain => _plain.IsDefault ? _plain = Select(static _ => true) : _plain;

    public void Add(Cue cue, bool isRegular) => _cues.Add(new CueReading(cue, isRegular, IsForm: false));

    /// <summary>Adds a cue of which this is an irregular form.</summary>
    public void AddForm(Cue cue)
    {
        foreach (var known in _cues)
        {
            if (ReferenceEquals(known.Cue, cue))
            {
                return;
            }
        }

        _cues.Add(new CueReading(cue, IsRegular: false, IsForm: true));
    }

    /// <summary>The cues of this word in a form, where a word of the text is that form of it; else empty.</summary>
    public ImmutableArray<Cue> In(CueForm form, ReadOnlySpan<char> text)
    {
        var expected = form switch
        {
            CueForm.ThirdPerson => _thirdPerson ??= VerbForms.ThirdPerson(word),
            CueForm.Gerund => _gerundForm ??= VerbForms.Gerund(word),
            _ => _pastForm ??= VerbForms.Past(word),
        };
        if (!text.Equals(expected, StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        return form switch
        {
            CueForm.ThirdPerson => _third.IsDefault ? _third = Select(static known => !known.IsForm && (IsVerb(known.Cue) || known.Cue.Class == CueClass.Noun)) : _third,
            CueForm.Gerund => _gerund.IsDefault ? _gerund = Select(static known => !known.IsForm && IsVerb(known.Cue)) : _gerund,
            _ => _past.IsDefault ? _past = Select(static known => !known.IsForm && known.IsRegular && IsVerb(known.Cue)) : _past,
        };
    }

    /// <summary>Longer terms first ("point out" before "point"), else as they stand in the lexicon.</summary>
    public static ImmutableArray<Cue> Sort(ImmutableArray<Cue> cues)
    {
        var sorted = cues.ToArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            var cue = sorted[i];
            var at = i;
            for (; at > 0 && sorted[at - 1].Rest.Length < cue.Rest.Length; at--)
            {
                sorted[at] = sorted[at - 1];
            }

            sorted[at] = cue;
        }

        return ImmutableArray.Create(sorted);
    }

    private static bool IsVerb(Cue cue) => cue.Class is CueClass.Verb or CueClass.Carrier or CueClass.Support;

    private ImmutableArray<Cue> Select(Func<CueReading, bool> isWanted)
    {
        var wanted = ImmutableArray.CreateBuilder<Cue>(_cues.Count);
        foreach (var known in _cues)
        {
            if (isWanted(known))
            {
                wanted.Add(known.Cue);
            }
        }

        return wanted.Count < 2 ? wanted.ToImmutable() : Sort(wanted.ToImmutable());
    }

    /// <summary>A cue that the word can be, or of which it is an irregular form.</summary>
    private sealed record CueReading(Cue Cue, bool IsRegular, bool IsForm);
}
