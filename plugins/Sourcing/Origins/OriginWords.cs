using System.Runtime.CompilerServices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Origins;

/// <summary>The word lists of origins, ready to match.</summary>
internal sealed class OriginWords(ILexicons lexicons)
{
    private static readonly ConditionalWeakTable<ILexicons, OriginWords> s_all = [];

    /// <summary>One for a set of lexicons: origins and denials share their word lists.</summary>
    public static OriginWords For(ILexicons lexicons) => s_all.GetValue(lexicons, static key => new OriginWords(key));

    /// <summary>"first posted", "the rumour started with".</summary>
    public PhraseMatcher Origins { get; } = PhraseMatcher.Create(lexicons["origin-cues"]);

    /// <summary>"because of", "thanks to".</summary>
    public PhraseMatcher Causes { get; } = PhraseMatcher.Create(lexicons["origin-causes"]);

    /// <summary>"neighbour", "woman", "resident": people who post without a name.</summary>
    public PhraseMatcher Strangers { get; } = PhraseMatcher.Create(lexicons["strangers"]);

    /// <summary>"claimed", "suggested".</summary>
    public PhraseMatcher Claiming { get; } = PhraseMatcher.Create(lexicons["claiming-verbs"]);

    /// <summary>"rumour", "hoax", "unverified".</summary>
    public PhraseMatcher Rumours { get; } = PhraseMatcher.Create(lexicons["rumour-words"]);

    /// <summary>"official", "his own".</summary>
    public PhraseMatcher Own { get; } = PhraseMatcher.Create(lexicons["own-account-marks"]);

    /// <summary>"anonymous", "claiming to be".</summary>
    public PhraseMatcher Unproven { get; } = PhraseMatcher.Create(lexicons["unproven-account-marks"]);

    /// <summary>"has been shared", "did not respond": how a post fared.</summary>
    public PhraseMatcher Signs { get; } = PhraseMatcher.Create(lexicons["origin-signs"]);

    /// <summary>"confirmed", "verified".</summary>
    public PhraseMatcher Corroboration { get; } = PhraseMatcher.Create(lexicons["corroboration-cues"]);

    /// <summary>"two posts", "the first clip".</summary>
    public PhraseMatcher Several { get; } = PhraseMatcher.Create(lexicons["several-origins"]);

    /// <summary>"websites", "accounts", "users": places and people that post, more than one.</summary>
    public PhraseMatcher Many { get; } = PhraseMatcher.Create(lexicons["posting-places"]);

    /// <summary>"user", "channel", "video", with class and number.</summary>
    public PhraseMatcher Nouns { get; } = PhraseMatcher.Create(lexicons["account-nouns"]);

    /// <summary>"posted", "shared", with their role.</summary>
    public PhraseMatcher Verbs { get; } = PhraseMatcher.Create(lexicons["account-verbs"]);
}
