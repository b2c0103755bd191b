using System.CommandLine;
using System.Globalization;

namespace RulesEngine.Cli.Commands;

/// <summary>An option that takes a whole number. It holds text: the runtime would compile an option of numbers at every start.</summary>
/// <param name="name">With its dashes.</param>
/// <param name="least">The lowest number that it takes.</param>
internal class NumberOption(string name, int least) : Option<string?>(name)
{
    /// <summary>What was said; null where nothing was.</summary>
    /// <exception cref="UserException">No whole number, or one below the least.</exception>
    public int? Get(ParseResult parsed) =>
        parsed.GetValue(this) is not { } text ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number
            : throw new UserException($"{Name}: '{text}' is not a whole number of at least {least}");
}
