namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary>What a stretch may have in it of code, addresses and alternative texts, which rules do not look at.</summary>
internal enum CodePolicy
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Some, as long as there is more to it.</summary>
    Part,

    /// <summary>All of it may be such text.</summary>
    Any,
}
