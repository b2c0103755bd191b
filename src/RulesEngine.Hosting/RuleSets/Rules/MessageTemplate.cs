using System.Text;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary>
/// A message with the places that are filled for each finding: <c>%s</c> in turn, <c>%[2]s</c> by number, <c>%%</c> for the sign itself. A
/// place without an argument takes the last one.
/// </summary>
internal sealed record MessageTemplate(string Text)
{
    /// <summary>The message with its arguments.</summary>
    public string Format(params ReadOnlySpan<string> arguments)
    {
        if (!Text.Contains('%', StringComparison.Ordinal))
        {
            return Text;
        }

        var message = new StringBuilder(Text.Length + 32);
        var next = 0;
        for (var i = 0; i < Text.Length; i++)
        {
            var length = Text[i] == '%' ? PlaceLength(i) : 0;
            if (length == 0)
            {
                message.Append(Text[i]);
                continue;
            }

            if (Text[i + 1] == '%')
            {
                message.Append('%');
            }
            else if (arguments.Length > 0)
            {
                var number = Text[i + 1] == '[' ? Text[i + 2] - '1' : next++;
                message.Append(arguments[Math.Clamp(number, 0, arguments.Length - 1)]);
            }

            i += length - 1;
        }

        return message.ToString();
    }

    /// <summary>The message as a composite format string of .NET, for lists of rules.</summary>
    public string ToCompositeFormat()
    {
        var escaped = Text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        return new MessageTemplate(escaped).Format("{0}", "{1}", "{2}", "{3}");
    }

    private int PlaceLength(int at)
    {
        var rest = Text.AsSpan(at);
        return rest.Length >= 2 && rest[1] is 's' or 'd' or 'v' or 'q' or '%' ? 2
            : rest.Length >= 5 && rest[1] == '[' && char.IsAsciiDigit(rest[2]) && rest[3] == ']' && char.IsAsciiLetter(rest[4]) ? 5
            : 0;
    }
}
