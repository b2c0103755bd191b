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

/// <summary>What else the lexicon says of a cue, by the names that it has there.</summary>
[Flags]
internal enum CueTraits : ushort
{
    None = 0,

    /// <summary>Its object is who is told: "told reporters".</summary>
    Addressee = 1,

    /// <summary>It says in words; what comes after "and" starts anew.</summary>
    Speech = 2,

    /// <summary>"Claimed", "allegedly".</summary>
    Hedged = 4,

    /// <summary>Its object is a part of the cue: "expressed concern about".</summary>
    Noun = 8,

    /// <summary>Its object is who feels it: "the ruling angered voters".</summary>
    Felt = 16,

    /// <summary>A supporting verb whose subject is what is talked about: "the plan drew criticism from".</summary>
    Received = 32,

    /// <summary>A noun that attributes without an owner: "support for the mayor".</summary>
    Free = 64,

    /// <summary>A noun for one who holds an opinion: "is a supporter of".</summary>
    Agent = 128,

    /// <summary>A supporting verb that takes in its subject's own noun: "renewed his call for".</summary>
    Own = 256,

    /// <summary>A verb that finds its object to be something: "found it chilling", "felt abandoned".</summary>
    Judges = 512,

    /// <summary>Its subject must be somebody or something that can speak: "the referendum saw" attributes nothing.</summary>
    Person = 1024,

    /// <summary>What shows something, whoever made it: "the figures show that".</summary>
    Evidence = 2048,
}

/// <summary>One line of the lexicon of cues.</summary>
internal sealed record Cue(
    string Term,
    CueClass Class,
    CueComplements Complements,
    ImmutableArray<string> Prepositions,
    ImmutableArray<string> Rest,
    CueTraits Traits,
    Stance Stance)
{
    public bool TakesAddressee => Has(CueTraits.Addressee);

    public bool IsHedged => Has(CueTraits.Hedged);

    public bool IsSpeech => Has(CueTraits.Speech);

    public bool Has(CueTraits trait) => (Traits & trait) != 0;

    public bool Takes(CueComplements complement) => (Complements & complement) != 0;
}
