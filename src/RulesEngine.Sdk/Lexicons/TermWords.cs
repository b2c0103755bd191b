using System.Collections.Immutable;

namespace RulesEngine.Sdk;

/// <summary>Cuts a term of a lexicon as the engine cuts text, so that the two can be compared token by token.</summary>
internal static class TermWords
{
    public static ImmutableArray<string> Split(string term)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        foreach (var piece in term.Replace('’', '\'').Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            AddPiece(words, piece);
        }

        return words.ToImmutable();
    }

    private static void AddPiece(ImmutableArray<string>.Builder words, string piece)
    {
        var start = 0;
        for (var i = 1; i < piece.Length; i++)
        {
            if (piece[i] == '-' && i + 1 < piece.Length)
            {
                Cut(words, piece[start..i]);
                words.Add("-");
                start = i + 1;
            }
            else if (piece[i] == ',' && i + 1 == piece.Length)
            {
                Cut(words, piece[start..i]);
                words.Add(",");
                return;
            }
        }

        Cut(words, piece[start..]);
    }

    private static void Cut(ImmutableArray<string>.Builder words, string word)
    {
        var clitic = word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) && word.Length > 3
            ? word.Length - 3
            : word.LastIndexOf('\'') is var at and > 0 && word.Length - at <= 3 && at + 1 < word.Length ? at : -1;
        if (clitic > 0)
        {
            words.Add(word[..clitic]);
            words.Add(word[clitic..]);
        }
        else if (word.Length > 0)
        {
            words.Add(word);
        }
    }
}
