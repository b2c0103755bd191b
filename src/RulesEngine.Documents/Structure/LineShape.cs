namespace RulesEngine.Documents.Structure;

/// <summary>What can be told of a line without knowing its words.</summary>
internal static class LineShape
{
    private const string SentenceMarks = ".!?…";
    private const string Closers = "\"'”’»)]";

    /// <summary>Number of stretches without blanks.</summary>
    public static int CountWords(ReadOnlySpan<char> line)
    {
        var count = 0;
        var inWord = false;
        foreach (var c in line)
        {
            var isBlank = c is not (> ' ' and < '\u007f') && char.IsWhiteSpace(c);
            count += !isBlank && !inWord ? 1 : 0;
            inWord = !isBlank;
        }

        return count;
    }

    /// <summary>True where the last mark, closing quotes and brackets aside, ends a sentence.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd().TrimEnd(Closers);
        return !line.IsEmpty && SentenceMarks.Contains(line[^1]);
    }

    /// <summary>True where a sentence ends before the last word.</summary>
    public static bool HasInnerSentenceEnd(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd().TrimEnd(Closers).TrimEnd(SentenceMarks);
        for (var i = 1; i + 2 < line.Length; i++)
        {
            if (SentenceMarks.Contains(line[i]) && char.IsWhiteSpace(line[i + 1]) && char.IsLower(line[i - 1]) && !char.IsLower(line[i + 2])
                && WordBefore(line, i) > 3)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where nearly all words of four letters and more begin with a capital, as in a headline of American style.</summary>
    public static bool IsTitleCase(ReadOnlySpan<char> line)
    {
        int capital = 0, all = 0;
        foreach (var range in line.Split(' '))
        {
            var word = line[range].TrimStart("\"'“‘([");
            if (word.Length >= 4 && char.IsLetter(word[0]))
            {
                all++;
                capital += char.IsUpper(word[0]) ? 1 : 0;
            }
        }

        return all >= 3 && capital * 10 >= all * 9;
    }

    /// <summary>True where a line has letters, and none of them is small.</summary>
    public static bool IsUpperCase(ReadOnlySpan<char> line)
    {
        var letters = 0;
        foreach (var c in line)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            letters += char.IsUpper(c) ? 1 : 0;
        }

        return letters >= 2;
    }

    private static int WordBefore(ReadOnlySpan<char> line, int end)
    {
        var start = end;
        while (start > 0 && char.IsLetter(line[start - 1]))
        {
            start--;
        }

        return end - start;
    }
}
