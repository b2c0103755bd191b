using System.Collections.Immutable;

namespace RulesEngine.Hosting.RuleSets.Patterns;

/// <summary>A piece of a regular expression, as far as it has to be understood to find its literals.</summary>
internal abstract record PatternNode
{
    /// <summary>Length that stands for "without bound".</summary>
    public const int Unbounded = int.MaxValue;

    /// <summary>Fewest UTF-16 code units that it matches.</summary>
    public abstract int MinimumLength { get; }

    /// <summary>Most code units that it matches, or <see cref="Unbounded"/>.</summary>
    public abstract int MaximumLength { get; }

    /// <summary>Sum of two lengths that may be unbounded.</summary>
    public static int Add(int left, int right) => left == Unbounded || right == Unbounded ? Unbounded : left + right;
}

/// <summary>One character.</summary>
internal sealed record CharacterNode(char Value) : PatternNode
{
    /// <inheritdoc/>
    public override int MinimumLength => 1;

    /// <inheritdoc/>
    public override int MaximumLength => 1;
}

/// <summary>One of several characters.</summary>
/// <param name="Few">The characters where they are few and known; otherwise null.</param>
/// <param name="IsNonWord">True where none of them is a word character.</param>
internal sealed record SetNode(string? Few, bool IsNonWord) : PatternNode
{
    /// <inheritdoc/>
    public override int MinimumLength => 1;

    /// <inheritdoc/>
    public override int MaximumLength => 1;
}

/// <summary>The border of a word, <c>\b</c>.</summary>
internal sealed record WordBoundaryNode : PatternNode
{
    /// <inheritdoc/>
    public override int MinimumLength => 0;

    /// <inheritdoc/>
    public override int MaximumLength => 0;
}

/// <summary>Another condition without width: anchors and lookarounds.</summary>
internal sealed record AssertionNode : PatternNode
{
    /// <inheritdoc/>
    public override int MinimumLength => 0;

    /// <inheritdoc/>
    public override int MaximumLength => 0;
}

/// <summary>Something that only the regular expression engine understands: a back reference, a conditional.</summary>
internal sealed record OpaqueNode : PatternNode
{
    /// <inheritdoc/>
    public override int MinimumLength => 0;

    /// <inheritdoc/>
    public override int MaximumLength => Unbounded;
}

/// <summary>One thing after the other; nothing where empty.</summary>
internal sealed record SequenceNode(ImmutableArray<PatternNode> Items) : PatternNode
{
    /// <inheritdoc/>
    public override int MinimumLength => Sum(item => item.MinimumLength);

    /// <inheritdoc/>
    public override int MaximumLength => Sum(item => item.MaximumLength);

    private int Sum(Func<PatternNode, int> lengthOf)
    {
        var sum = 0;
        foreach (var item in Items)
        {
            sum = Add(sum, lengthOf(item));
        }

        return sum;
    }
}

/// <summary>One of several alternatives, the first that fits.</summary>
internal sealed record AlternationNode(ImmutableArray<PatternNode> Alternatives) : PatternNode
{
    /// <inheritdoc/>
    public override int MinimumLength
    {
        get
        {
            var least = Unbounded;
            foreach (var alternative in Alternatives)
            {
                least = Math.Min(least, alternative.MinimumLength);
            }

            return least;
        }
    }

    /// <inheritdoc/>
    public override int MaximumLength
    {
        get
        {
            var most = 0;
            foreach (var alternative in Alternatives)
            {
                most = Math.Max(most, alternative.MaximumLength);
            }

            return most;
        }
    }
}

/// <summary>The same thing several times.</summary>
/// <param name="Item">The thing.</param>
/// <param name="Minimum">Fewest times.</param>
/// <param name="Maximum">Most times, or <see cref="PatternNode.Unbounded"/>.</param>
/// <param name="IsLazy">True where few times are tried first.</param>
internal sealed record RepeatNode(PatternNode Item, int Minimum, int Maximum, bool IsLazy) : PatternNode
{
    /// <inheritdoc/>
    public override int MinimumLength => Multiply(Item.MinimumLength, Minimum);

    /// <inheritdoc/>
    public override int MaximumLength => Multiply(Item.MaximumLength, Maximum);

    private static int Multiply(int length, int times) =>
        length == 0 || times == 0 ? 0 : length == Unbounded || times == Unbounded || length > Unbounded / times ? Unbounded : length * times;
}
