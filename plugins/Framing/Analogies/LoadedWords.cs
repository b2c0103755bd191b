using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Framing.Analogies;

/// <summary>
/// Words of disaster and violence (loaded-words.tsv): evidence that a comparison is loaded where the referent alone does not say so.
/// </summary>
internal sealed class LoadedWords(ILexicons lexicons)
{
    private readonly PhraseMatcher _words = PhraseMatcher.Create(lexicons["loaded-words"], aliasColumn: "forms");

    /// <summary>A word that names an event ("surrender"), at a token; null where there is none.</summary>
    public PhraseMatch? EventAt(SentenceWords words, int index) =>
        words.Contains(index) && _words.MatchAt(words.Facts, index, words.End) is { } match && match.Entry["role"] == "event" ? match : null;

    /// <summary>True where words of harm or of a bad event stand between two tokens.</summary>
    public bool HasHarm(SentenceWords words, int from, int to) => Load(words, from, to) is not null;

    /// <summary>The load of the first word of harm or of a bad event between two tokens; null where there is none.</summary>
    public string? Load(SentenceWords words, int from, int to) => Find(words, from, to, "event", "harm")?["load"];

    /// <summary>True where words between two tokens mark the past, a year among them.</summary>
    public bool HasPast(SentenceWords words, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (words.IsPastYear(i))
            {
                return true;
            }
        }

        return Find(words, from, to, "past") is not null;
    }

    /// <summary>True where words between two tokens fear or prevent something.</summary>
    public bool HasAverting(SentenceWords words, int from, int to) => Find(words, from, to, "averting") is not null;

    /// <summary>True where words between two tokens speak of sport, art or success.</summary>
    public bool HasBright(SentenceWords words, int from, int to) => Find(words, from, to, "bright") is not null;

    /// <summary>
    /// The load of words between two tokens that tell of something bad, though nobody is hurt: "raid", "queues", "censor"; null
    /// where there are none.
    /// </summary>
    public string? Bleakness(SentenceWords words, int from, int to) => Find(words, from, to, "bleak")?["load"];

    private LexiconEntry? Find(SentenceWords words, int from, int to, string role, string? otherRole = null)
    {
        for (var i = Math.Max(from, words.First); i < Math.Min(to, words.End); i++)
        {
            if (_words.MatchAt(words.Facts, i, to) is { } match && (match.Entry["role"] == role || match.Entry["role"] == otherRole))
            {
                return match.Entry;
            }
        }

        return null;
    }
}
