using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace RulesEngine.Hosting.RuleSets.Spelling;

/// <summary>
/// One or more Hunspell dictionaries, opened when the first word is asked for. Hunspell itself is for one thread at a time; this is for
/// many.
/// </summary>
/// <param name="dictionaries">Paths of .aff and .dic.</param>
/// <param name="missing">What is missing, so that no word can be asked for; or null.</param>
internal sealed class SpellingDictionary(ImmutableArray<(string Affixes, string Words)> dictionaries, string? missing)
{
    private const int MaximumWordLength = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);
    private readonly List<(nint Handle, Encoding Encoding)> _open = [];

    /// <summary>True where one of the dictionaries has the word. Words of more than 100 characters count as known.</summary>
    /// <exception cref="InvalidOperationException">The library or a dictionary is not installed; the message says what to do.</exception>
    public bool Knows(string word)
    {
        if (word.Length > MaximumWordLength)
        {
            return true;
        }

        lock (_lock)
        {
            if (!_known.TryGetValue(word, out var known))
            {
                known = Open().Any(dictionary => Library.Spell(dictionary.Handle, Encode(word, dictionary.Encoding)) != 0);

                // Drafts share most of their words; what memory that takes has an end.
                if (_known.Count < 100_000)
                {
                    _known.Add(word, known);
                }
            }

            return known;
        }
    }

    /// <summary>What the writer may have meant, best first.</summary>
    /// <exception cref="InvalidOperationException">The library or a dictionary is not installed; the message says what to do.</exception>
    public ImmutableArray<string> Suggest(string word, int count)
    {
        lock (_lock)
        {
            return [.. Open().SelectMany(dictionary => Suggest(word, dictionary.Handle, dictionary.Encoding)).Distinct(StringComparer.Ordinal).Take(count)];
        }
    }

    private static HunspellLibrary Library => HunspellLibrary.Instance ?? throw new InvalidOperationException(HunspellLibrary.Missing);

    private static List<string> Suggest(string word, nint handle, Encoding encoding)
    {
        var suggestions = new List<string>();
        var count = Library.Suggest(handle, out var list, Encode(word, encoding));
        for (var i = 0; i < count; i++)
        {
            suggestions.Add(Decode(Marshal.ReadIntPtr(list, i * nint.Size), encoding));
        }

        if (count > 0)
        {
            Library.FreeList(handle, ref list, count);
        }

        return suggestions;
    }

    private List<(nint Handle, Encoding Encoding)> Open()
    {
        if (missing is not null)
        {
            throw new InvalidOperationException(missing);
        }

        if (_open.Count == 0)
        {
            foreach (var (affixes, words) in dictionaries)
            {
                var handle = Library.Create(Encode(affixes, Encoding.UTF8), Encode(words, Encoding.UTF8));
                _open.Add((handle, ToEncoding(Decode(Library.GetEncoding(handle), Encoding.ASCII))));
            }
        }

        return _open;
    }

    // Hunspell writes ISO8859-1, microsoft-cp1251 and the like.
    private static Encoding ToEncoding(string name)
    {
        var known = name.Replace("ISO8859", "ISO-8859", StringComparison.OrdinalIgnoreCase).Replace("microsoft-cp", "windows-", StringComparison.OrdinalIgnoreCase);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            return Encoding.GetEncoding(known);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }

    private static byte[] Encode(string text, Encoding encoding) => [.. encoding.GetBytes(text), 0];

    private static string Decode(nint text, Encoding encoding)
    {
        var length = 0;
        while (Marshal.ReadByte(text, length) != 0)
        {
            length++;
        }

        var bytes = new byte[length];
        Marshal.Copy(text, bytes, 0, length);
        return encoding.GetString(bytes);
    }
}
