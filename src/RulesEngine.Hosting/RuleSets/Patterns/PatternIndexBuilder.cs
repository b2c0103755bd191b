using System.Collections.Immutable;

namespace RulesEngine.Hosting.RuleSets.Patterns;

/// <summary>Sorts the patterns of all rules by how they can be found: by a word, by a stretch of letters, or only by searching.</summary>
/// <param name="patterns">Patterns of several indexes, which so have numbers of their own across all of them.</param>
internal sealed class PatternIndexBuilder(List<Pattern> patterns)
{
    private readonly List<LiteralCandidate> _words = [];
    private readonly List<LiteralCandidate> _stretches = [];
    private readonly List<int> _searched = [];

    /// <summary>Adds a pattern that <see cref="RegexFactory.FindError"/> found valid.</summary>
    public void Add(PatternSource source) => Add(source, PatternParser.Parse(source.Text));

    /// <summary>The same for a pattern that was read already.</summary>
    public void Add(PatternSource source, ParsedPattern parsed)
    {
        // Options reach over the whole pattern; otherwise each alternative is found by texts of its own.
        if (parsed is { IsCertain: true, HasOptions: false } && Flatten(parsed.Root) is [AlternationNode alternation])
        {
            foreach (var alternative in alternation.Alternatives)
            {
                AddAlternative(source, parsed, alternative);
            }
        }
        else
        {
            AddAlternative(source, parsed, parsed.Root);
        }
    }

    /// <summary>The index of everything that was added to this builder; <paramref name="all"/> are the patterns of all of them.</summary>
    public PatternIndex Build(ImmutableArray<Pattern> all) => new(all, new WordTable(_words), new StretchTable(_stretches), [.. _searched]);

    private void AddAlternative(PatternSource source, ParsedPattern parsed, PatternNode node)
    {
        var items = Flatten(node);
        var (inner, startsAtBoundary, endsAtBoundary) = StripBoundaries(items);
        var isWordBounded = source.IsWordBounded || (startsAtBoundary && endsAtBoundary);
        if (parsed is { IsCertain: true, HasOptions: false }
            && (source.IsWordBounded || startsAtBoundary == endsAtBoundary)
            && LiteralExpander.Expand(new SequenceNode(inner)) is { } texts
            && texts.All(text => text.Length > 0))
        {
            foreach (var text in texts)
            {
                AddLiteral(new Pattern(source, patterns.Count, isWordBounded), text, isWordBounded);
            }

            return;
        }

        AddExpression(source, parsed, parsed.IsCertain ? RequiredLiteral.Find(items, source.IsWordBounded) : null);
    }

    private void AddLiteral(Pattern pattern, string text, bool isWordBounded)
    {
        patterns.Add(pattern);
        AddCandidate(pattern.Order, text, LiteralKey.Of(text, isWordBounded, isWordBounded), pattern.Source.IgnoresCase);
    }

    // The whole pattern is tried where a text of one alternative stands: at one place the first alternative that fits counts.
    private void AddExpression(PatternSource source, ParsedPattern parsed, RequiredLiteral? required)
    {
        var index = patterns.Count;
        patterns.Add(new Pattern(source, index, source.Expression, required?.PrefixLength ?? -1, parsed.HasNestedRepeats));
        if (required is null)
        {
            _searched.Add(index);
            return;
        }

        foreach (var text in required.Variants)
        {
            var key = LiteralKey.Of(text, required.IsLeftDelimited, required.IsRightDelimited);
            AddCandidate(index, text, key, source.IgnoresCase || parsed.HasOptions);
        }
    }

    private void AddCandidate(int pattern, string text, LiteralKey key, bool ignoresCase)
    {
        var candidate = new LiteralCandidate(pattern, text, key, ignoresCase);
        (key.IsWord ? _words : _stretches).Add(candidate);
    }

    private static ImmutableArray<PatternNode> Flatten(PatternNode node)
    {
        if (node is not SequenceNode sequence)
        {
            return [node];
        }

        return sequence.Items.Any(item => item is SequenceNode)
            ? [.. sequence.Items.SelectMany(item => Flatten(item))]
            : sequence.Items;
    }

    private static (ImmutableArray<PatternNode> Inner, bool StartsAtBoundary, bool EndsAtBoundary) StripBoundaries(ImmutableArray<PatternNode> items)
    {
        var start = items.Length > 1 && items[0] is WordBoundaryNode ? 1 : 0;
        var end = items.Length - start > 1 && items[^1] is WordBoundaryNode ? 1 : 0;
        return (items[start..(items.Length - end)], start == 1, end == 1);
    }
}

/// <summary>A text whose presence may mean a match.</summary>
/// <param name="Pattern">Index of the pattern.</param>
/// <param name="Text">The text.</param>
/// <param name="Key">The part of it that it is looked up by.</param>
/// <param name="IgnoresCase">True where upper and lower case are the same.</param>
internal sealed record LiteralCandidate(int Pattern, string Text, LiteralKey Key, bool IgnoresCase)
{
    /// <summary>True where the text stands in <paramref name="block"/> at <paramref name="start"/>. A blank stands for the end of a line too.</summary>
    public bool StandsAt(ReadOnlySpan<char> block, int start)
    {
        if (start < 0 || block.Length - start < Text.Length)
        {
            return false;
        }

        for (var i = 0; i < Text.Length; i++)
        {
            var (wanted, found) = (Text[i], block[start + i]);
            if (wanted != found
                && !(IgnoresCase && WordCharacters.Fold(wanted) == WordCharacters.Fold(found))
                && !(wanted == ' ' && found is '\n' or '\u00A0'))
            {
                return false;
            }
        }

        return true;
    }
}
