using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>What may follow a cue as the words of its source.</summary>
[Flags]
internal enum CueComplements : byte
{
    None = 0,

    /// <summary>"that ...", a quotation, a question word, a bare clause.</summary>
    Clause = 1,

    /// <summary>"to do".</summary>
    Infinitive = 2,

    /// <summary>A noun phrase.</summary>
    Object = 4,

    /// <summary>The subject belongs to what is said: "he seems to be ill".</summary>
    Raising = 8,
}

/// <summary>Part of speech of a cue.</summary>
internal enum CueClass : byte
{
    Verb,
    Noun,
    Adjective,
    Preposition,
    Adverb,

    /// <summary>A verb that hands its "to" clause on: "continues to warn".</summary>
    Carrier,

    /// <summary>A verb that lends itself to a noun: "make" a claim, "express" concern.</summary>
    Support,
}

/// <summary>One line of the lexicon of cues.</summary>
internal sealed record Cue(
    string Term,
    CueClass Class,
    CueComplements Complements,
    ImmutableArray<string> Prepositions,
    ImmutableArray<string> Rest,
    bool TakesAddressee,
    bool IsHedged,
    bool IsSpeech,
    bool KeepsNoun,
    Stance Stance)
{
    public bool Takes(CueComplements complement) => (Complements & complement) != 0;
}
