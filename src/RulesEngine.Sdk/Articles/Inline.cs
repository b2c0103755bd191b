namespace RulesEngine.Sdk;

/// <summary>Marked-up text inside a block.</summary>
/// <param name="Kind">The mark.</param>
/// <param name="Span">The marked text, without the mark itself.</param>
/// <param name="Target">The address of a link or picture; otherwise null.</param>
public sealed record Inline(InlineKind Kind, TextSpan Span, string? Target = null);

/// <summary>The marks that rules can ask for.</summary>
public enum InlineKind
{
    /// <summary>The words of a link.</summary>
    Link,

    /// <summary>Strong text.</summary>
    Strong,

    /// <summary>Emphasised text.</summary>
    Emphasis,

    /// <summary>Code in running text.</summary>
    Code,

    /// <summary>The alternative text of a picture.</summary>
    Alt,
}
