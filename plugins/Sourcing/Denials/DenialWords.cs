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

    /// <summary>"not", "refused to", "confirm or".</summary>
    public PhraseMatcher Breakers { get; } = PhraseMatcher.Create(lexicons["denial-breakers"]);

    /// <summary>"comment", "know", "only": what makes a negation no denial.</summary>
    public PhraseMatcher NonDenials { get; } = PhraseMatcher.Create(lexicons["non-denials"]);

    /// <summary>Bodies, offices, ranks, and those who speak for somebody.</summary>
    public PhraseMatcher Bodies { get; } = PhraseMatcher.Create(lexicons["official-bodies"]);

    /// <summary>Countries, capitals and armed groups.</summary>
    public PhraseMatcher Governments { get; } = PhraseMatcher.Create(lexicons["governments"]);

    /// <summary>News outlets: a report of theirs is no denial of their own.</summary>
    public PhraseMatcher Outlets { get; } = PhraseMatcher.Create(lexicons["outlets"], aliasColumn: "aliases");

    /// <summary>"former", "candidate".</summary>
    public PhraseMatcher UnofficialMarks { get; } = PhraseMatcher.Create(lexicons["unofficial-marks"]);

    /// <summary>"said", "told".</summary>
    public PhraseMatcher Speech { get; } = PhraseMatcher.Create(lexicons["speech-verbs"]);
}
