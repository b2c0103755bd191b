using System.Runtime.CompilerServices;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Voices;

/// <summary>The word lists that tell who speaks, and for whom; ready to match.</summary>
internal sealed class VoiceWords(ILexicons lexicons)
{
    // In tokens, to the left of an office.
    private const int ReachOfMark = 4;

    private static readonly ConditionalWeakTable<ILexicons, VoiceWords> s_all = [];

    /// <summary>One for a set of lexicons: origins and denials share their word lists.</summary>
    public static VoiceWords For(ILexicons lexicons) => s_all.GetValue(lexicons, static key => new VoiceWords(key));

    /// <summary>Bodies, offices, ranks, and those who speak for somebody.</summary>
    public PhraseMatcher Bodies { get; } = PhraseMatcher.Create(lexicons["official-bodies"]);

    /// <summary>Countries, capitals and armed groups.</summary>
    public PhraseMatcher Governments { get; } = PhraseMatcher.Create(lexicons["governments"]);

    /// <summary>News outlets: a report of theirs is no denial of their own.</summary>
    public PhraseMatcher Outlets { get; } = PhraseMatcher.Create(lexicons["outlets"], aliasColumn: "aliases");

    /// <summary>"former", "candidate".</summary>
    public PhraseMatcher UnofficialMarks { get; } = PhraseMatcher.Create(lexicons["unofficial-marks"]);

    /// <summary>"runs", "heads", "speaks for".</summary>
    public PhraseMatcher OfficeVerbs { get; } = PhraseMatcher.Create(lexicons["office-verbs"]);

    /// <summary>"said", "told".</summary>
    public PhraseMatcher Speech { get; } = PhraseMatcher.Create(lexicons["speech-verbs"]);

    /// <summary>"denied", "dismissed": verbs whose subject a later pronoun may mean.</summary>
    public PhraseMatcher Denying { get; } = PhraseMatcher.Create(lexicons["denial-cues"]);

    /// <summary>True where a word takes the office at a token away: "former", "candidate", "the former American special envoy".</summary>
    public bool IsUnofficial(Reading reading, int token, int first)
    {
        for (var i = Math.Min(token + 1, reading.Facts.Tokens.Length - 1); i >= first && i >= token - ReachOfMark; i--)
        {
            if (i < token && (reading.IsAny(i, "'s ’s of for") || reading.Facts.Tokens[i].Kind == TokenKind.Punctuation))
            {
                return false;
            }

            if (UnofficialMarks.MatchAt(reading.Facts, i, reading.Facts.Tokens.Length) is { } mark && mark.Entry["whole"] != "yes")
            {
                return true;
            }
        }

        return false;
    }
}
