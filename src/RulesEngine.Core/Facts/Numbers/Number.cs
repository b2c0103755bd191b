namespace RulesEngine.Core.Facts.Numbers;

/// <summary>A number in the pieces of a sentence, without modifier, sign or unit.</summary>
/// <param name="First">Index of its first piece.</param>
/// <param name="End">Index just after its last piece.</param>
/// <param name="Low">Null where the digits are no number.</param>
/// <param name="High">Null where the words give no upper bound ("dozens").</param>
/// <param name="Multiplier">The magnitude in it: 1,000,000 in "2.4 million", otherwise 1.</param>
/// <param name="Form">How it is written.</param>
internal readonly record struct Number(int First, int End, decimal? Low, decimal? High, decimal Multiplier, NumberForm Form);

/// <summary>How a number is written.</summary>
internal enum NumberForm : byte
{
    /// <summary>"3,500", "2.4 million".</summary>
    Digits,

    /// <summary>"twenty-five".</summary>
    Words,

    /// <summary>"dozens", "hundreds of thousands".</summary>
    Plural,

    /// <summary>"two-thirds", "half".</summary>
    Fraction,

    /// <summary>"twice", "doubled".</summary>
    Multiple,
}
