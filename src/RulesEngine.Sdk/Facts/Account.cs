namespace RulesEngine.Sdk;

/// <summary>A mention of a social-media account, user, page, channel or post.</summary>
/// <param name="Span">The words that name it: "@name", "a Telegram channel", "user @name".</param>
/// <param name="Handle">Without the @; null where none is given.</param>
/// <param name="Platform">"X", "Facebook", "Telegram" …; null where the text does not say.</param>
/// <param name="Role">What the text has it do.</param>
/// <param name="Sentence">The sentence that it stands in.</param>
public sealed record Account(TextSpan Span, string? Handle, string? Platform, AccountRole Role, Sentence Sentence);

/// <summary>What the text has an account do.</summary>
public enum AccountRole
{
    /// <summary>It is only named.</summary>
    Mentioned,

    /// <summary>It posts something.</summary>
    Posting,

    /// <summary>It repeats or shares what others posted.</summary>
    Echoing,

    /// <summary>Its post is shown in the article.</summary>
    Embedded,
}
