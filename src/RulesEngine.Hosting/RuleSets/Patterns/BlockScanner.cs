using System.Text.RegularExpressions;

namespace RulesEngine.Hosting.RuleSets.Patterns;

/// <summary>Finds the patterns of all rules in the blocks of one article, one pass a block.</summary>
/// <param name="index">The patterns.</param>
/// <param name="text">Article text.</param>
/// <param name="found">Matches by rule, filled by the scan.</param>
/// <param name="clock">Charges the rules with their searches.</param>
/// <param name="timedOut">Called with a rule that took too long.</param>
internal sealed class BlockScanner(PatternIndex index, string text, List<PatternMatch>?[] found, RuleClock clock, Action<int> timedOut)
{
    private HashSet<int>? _searchedInBlock;
    private int _blockStart;
    private int _blockEnd;

    private ReadOnlySpan<char> Block => text.AsSpan(_blockStart, _blockEnd - _blockStart);

    /// <summary>Adds the matches in a stretch of the text; borders of words and lines are seen inside it only.</summary>
    /// <param name="start">Offset in article text.</param>
    /// <param name="end">Exclusive.</param>
    /// <param name="wanted">By rule: true for one that looks at this stretch.</param>
    public void Scan(int start, int end, bool[] wanted)
    {
        (_blockStart, _blockEnd) = (start, end);
        _searchedInBlock?.Clear();
        ScanWords(wanted);
        ScanStretches(wanted);
        foreach (var pattern in index.Searched)
        {
            if (wanted[index.Patterns[pattern].Source.Owner])
            {
                Search(pattern);
            }
        }
    }

    private void ScanWords(bool[] wanted)
    {
        if (index.Words.IsEmpty)
        {
            return;
        }

        var block = Block;
        for (var i = 0; i < block.Length; i++)
        {
            if (!WordCharacters.IsWord(block[i]))
            {
                continue;
            }

            var start = i;
            var hash = WordTable.Seed;
            do
            {
                hash = WordTable.Add(hash, WordCharacters.Fold(block[i]));
                i++;
            }
            while (i < block.Length && WordCharacters.IsWord(block[i]));
            foreach (var candidate in index.Words.Find(hash))
            {
                Try(block, candidate, start - candidate.Key.Offset, wanted);
            }
        }
    }

    private void ScanStretches(bool[] wanted)
    {
        var block = Block;
        if (!index.Stretches.HasNoPairs && block.Length > 1)
        {
            var first = WordCharacters.Fold(block[0]);
            for (var i = 1; i < block.Length; i++)
            {
                var second = WordCharacters.Fold(block[i]);
                foreach (var candidate in index.Stretches.Find(first, second))
                {
                    Try(block, candidate, i - 1, wanted);
                }

                first = second;
            }
        }

        if (index.Stretches.HasNoSingles)
        {
            return;
        }

        for (var at = block.IndexOfAny(index.Stretches.Singles); at >= 0;)
        {
            foreach (var candidate in index.Stretches.Find(WordCharacters.Fold(block[at])))
            {
                Try(block, candidate, at, wanted);
            }

            var next = block[(at + 1)..].IndexOfAny(index.Stretches.Singles);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private void Try(ReadOnlySpan<char> block, LiteralCandidate candidate, int start, bool[] wanted)
    {
        var pattern = index.Patterns[candidate.Pattern];
        if (!candidate.StandsAt(block, start) || !wanted[pattern.Source.Owner])
        {
            return;
        }

        if (!pattern.IsLiteral)
        {
            TryExpression(candidate.Pattern, pattern, start);
            return;
        }

        var end = start + candidate.Text.Length;
        if (!pattern.IsWordBounded || (WordCharacters.IsBoundary(block, start) && WordCharacters.IsBoundary(block, end)))
        {
            Add(candidate.Pattern, start, end);
        }
    }

    private void TryExpression(int number, Pattern pattern, int start)
    {
        if (pattern.PrefixLength < 0)
        {
            if ((_searchedInBlock ??= []).Add(number))
            {
                Search(number);
            }

            return;
        }

        var from = start - pattern.PrefixLength;
        if (from < 0)
        {
            return;
        }

        var since = clock.Now;
        try
        {
            foreach (var match in pattern.Regex.EnumerateMatches(Block, from))
            {
                Add(number, match.Index, match.Index + match.Length);
                break;
            }

            Charge(pattern.Source.Owner, since);
        }
        catch (RegexMatchTimeoutException)
        {
            timedOut(pattern.Source.Owner);
        }
    }

    private void Search(int number)
    {
        var pattern = index.Patterns[number];
        if (pattern.StretchEnds is { } ends)
        {
            AddEveryStretch(number, ends);
            return;
        }

        var since = clock.Now;
        try
        {
            foreach (var match in pattern.Regex.EnumerateMatches(Block))
            {
                Add(number, match.Index, match.Index + match.Length);
            }

            Charge(pattern.Source.Owner, since);
        }
        catch (RegexMatchTimeoutException)
        {
            timedOut(pattern.Source.Owner);
        }
    }

    private void Charge(int rule, long since)
    {
        if (!clock.Charge(rule, since))
        {
            timedOut(rule);
        }
    }

    // Where only repetitions count, a stretch is kept if it equals a neighbour (every word of a text is too much to keep and sort), and
    // the one behind a repetition, so that the next kept one is not taken for its neighbour.
    private void AddEveryStretch(int number, string ends)
    {
        var block = Block;
        var onlyRepeated = index.Patterns[number].Source.IsForRepetition;
        int before = 0, beforeEnd = 0;
        bool isKept = false, isRepeated = false;
        for (var i = 0; i < block.Length; i++)
        {
            var start = i;
            while (i < block.Length && !char.IsWhiteSpace(block[i]) && (ends.Length == 0 || !ends.Contains(block[i])))
            {
                i++;
            }

            if (i == start)
            {
                continue;
            }

            var repeats = onlyRepeated && i - start == beforeEnd - before && block[before..beforeEnd].Equals(block[start..i], StringComparison.OrdinalIgnoreCase);
            if (repeats && !isKept)
            {
                Add(number, before, beforeEnd);
            }

            isKept = !onlyRepeated || repeats || isRepeated;
            if (isKept)
            {
                Add(number, start, i);
            }

            (before, beforeEnd, isRepeated) = (start, i, repeats);
        }
    }

    private void Add(int number, int start, int end)
    {
        if (end > start)
        {
            (found[index.Patterns[number].Source.Owner] ??= []).Add(new PatternMatch(number, _blockStart + start, _blockStart + end));
        }
    }
}
