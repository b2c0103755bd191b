using System.Globalization;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Lexicons;

/// <summary>
/// A lexicon whose terms are whole lines: words without regard to case and punctuation, <c>*</c> for any number of words,
/// <c>#</c> for a word that begins with a digit, <c>^</c> for one that begins with a capital; a colon counts as a word.
/// The column "words" says how long a line may be (24 words where it is empty).
/// </summary>
internal sealed class LinePatterns
{
    /// <summary>Longer lines are prose, and no pattern is tried on them.</summary>
    public const int MaxWords = 60;

    private const int DefaultWords = 24;
    private readonly Dictionary<string, List<Pattern>> _byFirstWord = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Pattern>>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<Pattern> _open = [];
    private readonly int _mostWords;

    public LinePatterns(Lexicon lexicon)
    {
        foreach (var entry in lexicon.Entries)
        {
            var words = entry.Term.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var limit = int.TryParse(entry["words"], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : DefaultWords;
            var list = words[0] is "*" or "#" or "^" ? _open : _byFirstWord.TryGetValue(words[0], out var known) ? known : _byFirstWord[words[0]] = [];
            list.Add(new Pattern(words, limit, entry));
            _mostWords = Math.Min(Math.Max(_mostWords, limit), MaxWords);
        }

        _lookup = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The first entry whose pattern is the whole line, or null.</summary>
    public LexiconEntry? Match(ReadOnlySpan<char> line)
    {
        Span<Range> words = stackalloc Range[MaxWords];
        var count = Cut(line, words[.._mostWords]);
        if (count <= 0)
        {
            return null;
        }

        words = words[..count];
        return _lookup.TryGetValue(line[words[0]], out var patterns) && FirstMatch(patterns, line, words) is { } match
            ? match
            : FirstMatch(_open, line, words);
    }

    private static LexiconEntry? FirstMatch(List<Pattern> patterns, ReadOnlySpan<char> line, ReadOnlySpan<Range> words)
    {
        foreach (var pattern in patterns)
        {
            if (words.Length <= pattern.Limit && Matches(pattern.Words, line, words))
            {
                return pattern.Entry;
            }
        }

        return null;
    }

    // The classic two-pointer match: on a mismatch only the last star gives one word more, so the cost is words times pattern.
    private static bool Matches(string[] pattern, ReadOnlySpan<char> line, ReadOnlySpan<Range> words)
    {
        int word = 0, at = 0, star = -1, starWord = 0;
        while (word < words.Length)
        {
            if (at < pattern.Length && pattern[at] == "*")
            {
                star = at++;
                starWord = word;
            }
            else if (at < pattern.Length && MatchesWord(pattern[at], line[words[word]]))
            {
                at++;
                word++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                word = ++starWord;
            }
            else
            {
                return false;
            }
        }

        while (at < pattern.Length && pattern[at] == "*")
        {
            at++;
        }

        return at == pattern.Length;
    }

    private static bool MatchesWord(string pattern, ReadOnlySpan<char> word) => pattern switch
    {
        "#" => char.IsAsciiDigit(word[0]),
        "^" => char.IsUpper(word[0]),
        _ => word.Equals(pattern, StringComparison.OrdinalIgnoreCase),
    };

    /// <summary>Words and colons of a line; -1 where there are too many.</summary>
    private static int Cut(ReadOnlySpan<char> line, Span<Range> words)
    {
        var count = 0;
        for (var at = 0; at < line.Length;)
        {
            var end = at;
            while (end < line.Length && IsInWord(line[end]))
            {
                end++;
            }

            end = end == at && line[at] is ':' or '©' or '>' ? at + 1 : end;
            if (end > at)
            {
                if (count == words.Length)
                {
                    return -1;
                }

                words[count++] = at..end;
            }

            at = Math.Max(end, at + 1);
        }

        return count;
    }

    private static bool IsInWord(char c) => char.IsAsciiLetterOrDigit(c) || char.IsLetterOrDigit(c) || c is '\'' or '’' or '&' or '/' or '@';

    private sealed record Pattern(string[] Words, int Limit, LexiconEntry Entry);
}
