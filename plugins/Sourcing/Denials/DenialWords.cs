using RulesEngine.Plugins.Sourcing.Origins;
using RulesEngine.Plugins.Sourcing.Voices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Denials;

/// <summary>The word lists of denials, ready to match.</summary>
internal sealed class DenialWords(ILexicons lexicons)
{
    /// <summary>"denied", "poured scorn on", "denial".</summary>
    public PhraseMatcher Cues { get; } = PhraseMatcher.Create(lexicons["denial-cues"]);

    /// <summary>"not true", "a hoax", "nothing to do with".</summary>
    public PhraseMatcher Idioms { get; } = PhraseMatcher.Create(lexicons["denial-idioms"]);

    /// <summary>"allegations", "reports", "any involvement".</summary>
    public PhraseMatcher Claims { get; } = PhraseMatcher.Create(lexicons["claim-nouns"]);

    /// <summary>"entry", "bail", "permission".</summary>
    public PhraseMatcher Refused { get; } = PhraseMatcher.Create(lexicons["refused-things"]);

    /// <summary>"issued", "repeated", "drew": verbs of somebody's denial.</summary>
    public PhraseMatcher DenialBearers { get; } = PhraseMatcher.Create(lexicons["denial-bearers"]);

    /// <summary>"climate", "Holocaust": what a denial is the creed of, not the answer to.</summary>
    public PhraseMatcher Creeds { get; } = PhraseMatcher.Create(lexicons["denial-creeds"]);

    /// <summary>"not", "refused to", "confirm or".</summary>
    public PhraseMatcher Breakers { get; } = PhraseMatcher.Create(lexicons["denial-breakers"]);

    /// <summary>"comment", "know", "only": what makes a negation no denial.</summary>
    public PhraseMatcher NonDenials { get; } = PhraseMatcher.Create(lexicons["non-denials"]);

    /// <summary>"insisted", "maintained": what follows answers somebody who says the opposite.</summary>
    public PhraseMatcher Insisting { get; } = PhraseMatcher.Create(lexicons["insisting-verbs"]);

    /// <summary>"rumour", "hoax", "unverified".</summary>
    public PhraseMatcher Rumours { get; } = PhraseMatcher.Create(lexicons["rumour-words"]);

    /// <summary>"first posted", "traced to".</summary>
    public PhraseMatcher OriginCues { get; } = OriginWords.For(lexicons).Origins;

    /// <summary>"on the strength of", "thanks to".</summary>
    public PhraseMatcher OriginCauses { get; } = OriginWords.For(lexicons).Causes;

    /// <summary>"user", "page", "video".</summary>
    public PhraseMatcher AccountNouns { get; } = OriginWords.For(lexicons).Nouns;

    /// <summary>Who speaks, and for whom.</summary>
    public VoiceWords Voices { get; } = VoiceWords.For(lexicons);
}
