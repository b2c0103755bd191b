using System.Collections.Immutable;

namespace RulesEngine.Hosting.RuleSets.Patterns;

/// <summary>
/// Reads a regular expression as far as its literals are concerned. Never fails: what it does not know makes the result
/// uncertain, and an uncertain pattern is left to the regular expression engine (which also judges whether it is valid).
/// Longer than most files: a grammar in one place.
/// </summary>
internal sealed class PatternParser
{
    private const int MaximumDepth = 40;
    private readonly string _pattern;
    private int _at;
    private bool _isCertain = true;
    private bool _hasCaptures;
    private bool _hasOptions;

    private PatternParser(string pattern) => _pattern = pattern;

    /// <summary>Reads a pattern.</summary>
    public static ParsedPattern Parse(string pattern)
    {
        pattern = RegexDialect.ToNet(pattern);
        var parser = new PatternParser(pattern);
        var root = parser.ReadAlternation(0);
        return new ParsedPattern(
            root,
            parser._isCertain && parser._at == pattern.Length,
            parser._hasCaptures,
            parser._hasOptions,
            NestedRepeats.Contains(root));
    }

    private bool AtEnd => _at >= _pattern.Length;

    private PatternNode ReadAlternation(int depth)
    {
        if (depth > MaximumDepth)
        {
            return GiveUp();
        }

        var first = ReadSequence(depth);
        if (AtEnd || _pattern[_at] != '|')
        {
            return first;
        }

        var alternatives = ImmutableArray.CreateBuilder<PatternNode>();
        alternatives.Add(first);
        while (!AtEnd && _pattern[_at] == '|')
        {
            _at++;
            alternatives.Add(ReadSequence(depth));
        }

        return new AlternationNode(alternatives.DrainToImmutable());
    }

    private SequenceNode ReadSequence(int depth)
    {
        var items = ImmutableArray.CreateBuilder<PatternNode>();
        while (!AtEnd && _pattern[_at] is not ('|' or ')'))
        {
            items.Add(ReadQuantified(ReadAtom(depth)));
        }

        return new SequenceNode(items.DrainToImmutable());
    }

    private PatternNode ReadAtom(int depth)
    {
        var c = _pattern[_at++];
        switch (c)
        {
            case '(':
                return ReadGroup(depth);
            case '[':
                return ReadSet();
            case '.':
                return new SetNode(null, false);
            case '^' or '$':
                return new AssertionNode();
            case '\\':
                return ReadEscape();
            case '*' or '+' or '?':
                _isCertain = false;
                return new OpaqueNode();
            default:
                return new CharacterNode(c);
        }
    }

    private PatternNode ReadGroup(int depth)
    {
        var isAssertion = false;
        if (!AtEnd && _pattern[_at] == '?')
        {
            var rest = _pattern.AsSpan(_at);
            if (rest.StartsWith("?:") || rest.StartsWith("?>"))
            {
                _isCertain &= rest[1] == ':';
                _at += 2;
            }
            else if (rest.StartsWith("?=") || rest.StartsWith("?!"))
            {
                (_at, isAssertion) = (_at + 2, true);
            }
            else if (rest.StartsWith("?<=") || rest.StartsWith("?<!"))
            {
                (_at, isAssertion) = (_at + 3, true);
            }
            else if (!ReadInlineOptions() && !ReadName())
            {
                return GiveUp();
            }
        }
        else
        {
            _hasCaptures = true;
        }

        // (?i) stands alone and holds nothing.
        if (_pattern[_at - 1] == ')')
        {
            return new SequenceNode([]);
        }

        var inner = ReadAlternation(depth + 1);
        if (AtEnd)
        {
            _isCertain = false;
            return inner;
        }

        _at++;
        return isAssertion ? new AssertionNode() : inner;
    }

    // Letters of options: "i", "m", "s" and "n" leave the literals what they are (they are compared without case then); "x" does not.
    private bool ReadInlineOptions()
    {
        var end = _at + 1;
        while (end < _pattern.Length && _pattern[end] is 'i' or 'm' or 's' or 'n' or '-')
        {
            end++;
        }

        if (end == _at + 1 || end >= _pattern.Length || _pattern[end] is not (':' or ')'))
        {
            return false;
        }

        _hasOptions = true;
        _at = end + 1;
        return true;
    }

    private bool ReadName()
    {
        var open = _at + 1 < _pattern.Length && _pattern[_at + 1] == '<' ? '>' : '\0';
        var end = open == '>' ? _pattern.IndexOf('>', _at) : -1;
        if (end < 0 || !_pattern.AsSpan(_at + 2, end - _at - 2).ToString().All(c => c == '_' || char.IsAsciiLetterOrDigit(c)))
        {
            return false;
        }

        _hasCaptures = true;
        _at = end + 1;
        return true;
    }

    private PatternNode ReadEscape()
    {
        if (AtEnd)
        {
            return GiveUp();
        }

        var c = _pattern[_at++];
        switch (c)
        {
            case 'b':
                return new WordBoundaryNode();
            case 'B' or 'A' or 'z' or 'Z':
                return new AssertionNode();
            case 'w' or 'd' or 'S' or 'D':
                return new SetNode(null, false);
            case 's' or 'W':
                return new SetNode(null, true);
            case 'n':
                return new CharacterNode('\n');
            case 't':
                return new CharacterNode('\t');
            case >= '1' and <= '9':
                _hasCaptures = true;
                _isCertain = false;
                return new OpaqueNode();
            default:
                return char.IsAsciiLetterOrDigit(c) ? GiveUp() : new CharacterNode(c);
        }
    }

    private SetNode ReadSet()
    {
        var isNegated = !AtEnd && _pattern[_at] == '^';
        if (isNegated)
        {
            _at++;
        }

        var chars = "";
        var isSimple = !isNegated;
        for (var first = true; !AtEnd && (first || _pattern[_at] != ']'); first = false)
        {
            var c = _pattern[_at++];
            if (c == '\\' && !AtEnd)
            {
                c = _pattern[_at++];
                if (char.IsAsciiLetterOrDigit(c))
                {
                    isSimple = false;
                    _isCertain &= c is 'w' or 'W' or 's' or 'S' or 'd' or 'D' or 'n' or 't' or 'b';
                    continue;
                }
            }
            else if (c == '[' || (c == '-' && chars.Length > 0 && !AtEnd && _pattern[_at] != ']'))
            {
                // A range or a subtraction: the engine knows whether it is in order.
                isSimple = false;
                _isCertain &= c != '[' && IsOrderedRange();
            }

            chars += c;
        }

        if (AtEnd)
        {
            _isCertain = false;
            return new SetNode(null, false);
        }

        _at++;
        return new SetNode(isSimple && chars.Length <= 4 ? chars : null, isSimple && !chars.Any(WordCharacters.IsWord));
    }

    private bool IsOrderedRange() => _at >= 2 && _at < _pattern.Length && _pattern[_at - 2] <= _pattern[_at] && _pattern[_at] != '\\';

    private PatternNode ReadQuantified(PatternNode item)
    {
        while (!AtEnd)
        {
            var (minimum, maximum) = _pattern[_at] switch
            {
                '*' => (0, PatternNode.Unbounded),
                '+' => (1, PatternNode.Unbounded),
                '?' => (0, 1),
                '{' => ReadBounds(),
                _ => (-1, -1),
            };
            if (minimum < 0)
            {
                return item;
            }

            _at++;
            _isCertain &= item is not RepeatNode;
            var isLazy = !AtEnd && _pattern[_at] == '?';
            if (isLazy)
            {
                _at++;
            }

            item = new RepeatNode(item, minimum, maximum, isLazy);
        }

        return item;
    }

    // Leaves the position on the closing brace; a brace that is no quantifier is left alone.
    private (int Minimum, int Maximum) ReadBounds()
    {
        var end = _pattern.IndexOf('}', _at);
        if (end < 0)
        {
            return (-1, -1);
        }

        var body = _pattern[(_at + 1)..end];
        var comma = body.IndexOf(',', StringComparison.Ordinal);
        var isNumber = int.TryParse(comma < 0 ? body : body[..comma], System.Globalization.NumberStyles.None, null, out var minimum);
        var maximum = comma < 0 ? minimum : PatternNode.Unbounded;
        if (comma >= 0 && comma + 1 < body.Length)
        {
            isNumber &= int.TryParse(body[(comma + 1)..], System.Globalization.NumberStyles.None, null, out maximum);
        }

        if (!isNumber)
        {
            return (-1, -1);
        }

        _isCertain &= minimum <= maximum && minimum <= 1000;
        _at = end;
        return (minimum, maximum);
    }

    private OpaqueNode GiveUp()
    {
        _isCertain = false;
        _at = _pattern.Length;
        return new OpaqueNode();
    }
}

/// <summary>A pattern as read.</summary>
/// <param name="Root">Its structure.</param>
/// <param name="IsCertain">True where every part was understood; such a pattern is valid.</param>
/// <param name="HasCaptures">True where it has groups that a replacement or a back reference may name.</param>
/// <param name="HasOptions">True where it switches options inside.</param>
/// <param name="HasNestedRepeats">True where a repeat without bound holds another one: it can backtrack without end.</param>
internal sealed record ParsedPattern(PatternNode Root, bool IsCertain, bool HasCaptures, bool HasOptions, bool HasNestedRepeats);
