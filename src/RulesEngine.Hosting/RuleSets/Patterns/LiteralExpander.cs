using System.Collections.Immutable;

namespace RulesEngine.Hosting.RuleSets.Patterns;

/// <summary>
/// Writes out a pattern that stands for a few texts: <c>colou?rs?</c> is colours, colour, colors, color. Most tokens of rule files are
/// such patterns and then need no regular expression at all.
/// </summary>
internal static class LiteralExpander
{
    /// <summary>Most texts that a pattern is written out to.</summary>
    public const int MaximumVariants = 64;

    private static readonly ImmutableArray<string> s_nothing = [""];

    /// <summary>All texts in the order in which the engine would try them; null where the pattern has conditions or stands for too many.</summary>
    public static ImmutableArray<string>? Expand(PatternNode node) => node switch
    {
        CharacterNode character => [character.Value.ToString()],
        SetNode { Few: { Length: > 0 } few } => ToTexts(few),
        SequenceNode sequence => ExpandSequence(sequence.Items),
        AlternationNode alternation => ExpandAlternation(alternation),
        RepeatNode { Maximum: <= 4 } repeat => ExpandRepeat(repeat),
        _ => null,
    };

    private static ImmutableArray<string> ToTexts(string characters)
    {
        var texts = ImmutableArray.CreateBuilder<string>(characters.Length);
        foreach (var character in characters)
        {
            texts.Add(character.ToString());
        }

        return texts.MoveToImmutable();
    }

    /// <summary>Every text of the first list followed by every text of the second; null where that is too many.</summary>
    public static ImmutableArray<string>? Join(ImmutableArray<string> left, ImmutableArray<string> right)
    {
        if (left.Length * right.Length > MaximumVariants)
        {
            return null;
        }

        var joined = ImmutableArray.CreateBuilder<string>(left.Length * right.Length);
        foreach (var head in left)
        {
            foreach (var tail in right)
            {
                joined.Add(head + tail);
            }
        }

        return joined.MoveToImmutable();
    }

    private static ImmutableArray<string>? ExpandSequence(ImmutableArray<PatternNode> items)
    {
        // The common case, a run of characters, is put together at once.
        if (items.All(item => item is CharacterNode))
        {
            var text = new char[items.Length];
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = ((CharacterNode)items[i]).Value;
            }

            return [new string(text)];
        }

        ImmutableArray<string>? texts = s_nothing;
        foreach (var item in items)
        {
            texts = Expand(item) is { } next ? Join(texts.Value, next) : null;
            if (texts is null)
            {
                return null;
            }
        }

        return texts;
    }

    private static ImmutableArray<string>? ExpandAlternation(AlternationNode alternation)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var alternative in alternation.Alternatives)
        {
            if (Expand(alternative) is not { } next || texts.Count + next.Length > MaximumVariants)
            {
                return null;
            }

            texts.AddRange(next);
        }

        return texts.DrainToImmutable();
    }

    private static ImmutableArray<string>? ExpandRepeat(RepeatNode repeat)
    {
        if (Expand(repeat.Item) is not { } once)
        {
            return null;
        }

        var texts = new List<string>();
        ImmutableArray<string>? times = s_nothing;
        for (var count = 0; count <= repeat.Maximum; count++)
        {
            if (count > 0)
            {
                times = Join(times.Value, once);
            }

            if (times is null || texts.Count + times.Value.Length > MaximumVariants)
            {
                return null;
            }

            if (count >= repeat.Minimum)
            {
                texts.InsertRange(repeat.IsLazy ? texts.Count : 0, times.Value);
            }
        }

        return [.. texts];
    }
}
