using System.Text.RegularExpressions;

namespace RulesEngine.Hosting.RuleSets.Patterns;

/// <summary>A pattern as a rule writes it.</summary>
/// <param name="Owner">Index of the rule.</param>
/// <param name="Group">What it is to its rule: the index of a token or of a swap.</param>
/// <param name="Text">A regular expression in the dialect of Vale, which is nearly the one of .NET.</param>
/// <param name="IgnoresCase">True where upper and lower case are the same.</param>
/// <param name="IsWordBounded">True where a border of a word has to stand at both ends.</param>
internal sealed record PatternSource(int Owner, int Group, string Text, bool IgnoresCase, bool IsWordBounded)
{
    /// <summary>True where a match counts only beside another with the same text.</summary>
    public bool IsForRepetition { get; init; }

    /// <summary>The pattern with its borders, complete for the regular expression engine.</summary>
    public string Expression => IsWordBounded ? $@"\b(?:{Text})\b" : Text;
}

/// <summary>One thing that is looked for in a block: a text, or a regular expression that is run only where a text of it was seen.</summary>
internal sealed class Pattern
{
    private readonly string? _expression;
    private readonly bool _isRisky;
    private Regex? _regex;

    /// <summary>A pattern that is one text.</summary>
    public Pattern(PatternSource source, int order, bool isWordBounded)
    {
        Source = source;
        Order = order;
        IsWordBounded = isWordBounded;
    }

    /// <summary>A pattern that needs the regular expression engine.</summary>
    public Pattern(PatternSource source, int order, string expression, int prefixLength, bool isRisky)
    {
        Source = source;
        Order = order;
        PrefixLength = isRisky ? -1 : prefixLength;
        _isRisky = isRisky;
        _expression = PrefixLength >= 0 ? $@"\G(?:{expression})" : expression;
    }

    /// <summary>Where it comes from.</summary>
    public PatternSource Source { get; }

    /// <summary>Of two matches at one place, the one with the lower order counts.</summary>
    public int Order { get; }

    /// <summary>True where a border of a word has to stand at both ends of the text.</summary>
    public bool IsWordBounded { get; }

    /// <summary>True where finding the text is finding the match.</summary>
    public bool IsLiteral => _expression is null;

    /// <summary>Code units from the start of a match to its text, where the match can be tried at one place; negative where the whole block has to be searched.</summary>
    public int PrefixLength { get; }

    /// <summary>
    /// Signs that end a stretch besides blanks, for a pattern that stands for every stretch (repetition rules look at each word of a text);
    /// null for any other pattern.
    /// </summary>
    public string? StretchEnds => _expression switch
    {
        @"[^\s]+" or @"\S+" => "",
        @"[^\s\.]+" or @"[^\s.]+" => ".",
        @"[^\s.!?]+" => ".!?",
        _ => null,
    };

    /// <summary>Made when it is first needed. Two threads may make it twice; either will do.</summary>
    public Regex Regex => _regex ??= RegexFactory.Create(_expression!, RegexFactory.Options(Source.IgnoresCase), _isRisky);
}
