using System.Globalization;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.Yaml;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary>
/// Arithmetic over the counts of an article: numbers, names, + - * / and brackets, <c>math.sqrt</c>, <c>math.abs</c>, <c>math.floor</c>, <c>math.ceil</c>; a
/// condition is a comparison and such a formula ("&gt; 25").
/// </summary>
internal sealed class Formula
{
    private static readonly string[] s_comparisons = [">=", "<=", "==", "!=", ">", "<"];
    private readonly string _comparison;
    private readonly Func<TextStatistics, double> _value;

    private Formula(string comparison, Func<TextStatistics, double> value)
    {
        _comparison = comparison;
        _value = value;
    }

    /// <summary>Reads a formula; the result says what is wrong, or is null.</summary>
    public static string? TryParse(string text, bool isCondition, out Formula? formula)
    {
        formula = null;
        var trimmed = text.Trim();
        var comparison = isCondition ? s_comparisons.FirstOrDefault(sign => trimmed.StartsWith(sign, StringComparison.Ordinal)) : "";
        if (comparison is null)
        {
            return $"'{text}' does not begin with one of {string.Join(' ', s_comparisons)}";
        }

        var parser = new Parser(trimmed[comparison.Length..]);
        var value = parser.ReadSum(0);
        if (parser.Problem is null && value is not null && parser.IsAtEnd)
        {
            formula = new Formula(comparison, value);
        }

        return formula is null ? parser.Problem ?? $"'{text}' goes on after a complete formula" : null;
    }

    /// <summary>The number; not finite where something is divided by nothing.</summary>
    public double Calculate(TextStatistics statistics) => _value(statistics);

    /// <summary>True where a number meets the condition.</summary>
    public bool Holds(double left, TextStatistics statistics)
    {
        var right = _value(statistics);
        return _comparison switch
        {
            ">=" => left >= right,
            "<=" => left <= right,
            "==" => left == right,
            "!=" => left != right,
            ">" => left > right,
            _ => left < right,
        };
    }

    private sealed class Parser(string text)
    {
        private const int MaximumDepth = 30;
        private int _at;

        public string? Problem { get; private set; }

        public bool IsAtEnd => Peek() == '\0';

        public Func<TextStatistics, double>? ReadSum(int depth)
        {
            var left = ReadProduct(depth);
            while (left is not null && Peek() is '+' or '-')
            {
                var (sign, first) = (text[_at++], left!);
                if (ReadProduct(depth) is not { } second)
                {
                    return null;
                }

                left = sign == '+' ? statistics => first(statistics) + second(statistics) : statistics => first(statistics) - second(statistics);
            }

            return left;
        }

        private Func<TextStatistics, double>? ReadProduct(int depth)
        {
            var left = ReadValue(depth);
            while (left is not null && Peek() is '*' or '/')
            {
                var (sign, first) = (text[_at++], left!);
                if (ReadValue(depth) is not { } second)
                {
                    return null;
                }

                left = sign == '*' ? statistics => first(statistics) * second(statistics) : statistics => first(statistics) / second(statistics);
            }

            return left;
        }

        private Func<TextStatistics, double>? ReadValue(int depth)
        {
            var c = Peek();
            if (depth > MaximumDepth)
            {
                return Fail("too many brackets");
            }

            if (c == '-')
            {
                _at++;
                return ReadValue(depth + 1) is { } value ? statistics => -value(statistics) : null;
            }

            if (c == '(')
            {
                _at++;
                var inner = ReadSum(depth + 1);
                return inner is null ? null : Peek() == ')' && ++_at > 0 ? inner : Fail("a closing bracket is missing");
            }

            return char.IsAsciiDigit(c) ? ReadNumber() : char.IsAsciiLetter(c) ? ReadName(depth) : Fail(c == '\0' ? "it ends too early" : $"'{c}' is no number, name or bracket");
        }

        private Func<TextStatistics, double>? ReadNumber()
        {
            var number = ReadWhile(c => char.IsAsciiDigit(c) || c == '.');
            return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? _ => value : Fail($"'{number}' is no number");
        }

        private Func<TextStatistics, double>? ReadName(int depth)
        {
            var name = ReadWhile(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.');
            if (!name.StartsWith("math.", StringComparison.Ordinal))
            {
                return TextStatistics.Names.Contains(name) ? statistics => statistics[name] : Fail($"there is no count '{name}'{NameSuggestion.For(name, TextStatistics.Names)}");
            }

            Func<double, double>? function = name switch
            {
                "math.sqrt" => Math.Sqrt,
                "math.abs" => Math.Abs,
                "math.floor" => Math.Floor,
                "math.ceil" => Math.Ceiling,
                _ => null,
            };
            if (function is null || Peek() != '(')
            {
                return Fail($"there is no function '{name}' (there are math.sqrt, math.abs, math.floor, math.ceil)");
            }

            return ReadValue(depth + 1) is { } value ? statistics => function(value(statistics)) : null;
        }

        private char Peek()
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            {
                _at++;
            }

            return _at < text.Length ? text[_at] : '\0';
        }

        private string ReadWhile(Func<char, bool> accept)
        {
            var start = _at;
            while (_at < text.Length && accept(text[_at]))
            {
                _at++;
            }

            return text[start.._at];
        }

        private Func<TextStatistics, double>? Fail(string problem)
        {
            Problem ??= problem;
            return null;
        }
    }
}
