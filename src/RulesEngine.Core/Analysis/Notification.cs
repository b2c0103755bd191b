using RulesEngine.Sdk;

namespace RulesEngine.Core.Analysis;

/// <summary>Something that is wrong with the run rather than with a draft. One of severity error makes the exit code 2.</summary>
/// <param name="Id">One of <see cref="NotificationIds"/>.</param>
/// <param name="Severity">Error: the tool could not do all it was asked.</param>
/// <param name="Message">What, where, and what to do instead.</param>
/// <param name="Path">The file that it is about, or null.</param>
/// <param name="Line">1-based, or null.</param>
/// <param name="Column">1-based, or null.</param>
public sealed record Notification(string Id, DiagnosticSeverity Severity, string Message, string? Path = null, int? Line = null, int? Column = null)
{
    /// <summary>The message for outputs that must hold no text of a draft; null where the message itself holds none.</summary>
    public string? RedactedMessage { get; init; }
}

/// <summary>Ids of notifications. They are never given a second meaning.</summary>
public static class NotificationIds
{
    /// <summary>A path that does not exist, or a folder or pattern without articles.</summary>
    public const string NothingToCheck = "ENG001";

    /// <summary>A file that cannot be read as an article.</summary>
    public const string UnreadableArticle = "ENG002";

    /// <summary>A rule threw while it ran.</summary>
    public const string RuleThrew = "ENG003";

    /// <summary>A rule took longer than it may.</summary>
    public const string RuleTimedOut = "ENG004";

    /// <summary>A rule reported an id that it does not declare, or a span outside the article.</summary>
    public const string InvalidDiagnostic = "ENG005";

    /// <summary>A plugin cannot be loaded.</summary>
    public const string PluginNotLoaded = "ENG006";

    /// <summary>Two rules have the same id.</summary>
    public const string DuplicateRule = "ENG007";

    /// <summary>A rule file or rule set that cannot work.</summary>
    public const string InvalidRule = "ENG008";

    /// <summary>A configuration that cannot work.</summary>
    public const string InvalidConfiguration = "ENG009";

    /// <summary>A report template that cannot be rendered.</summary>
    public const string TemplateFailed = "ENG010";

    /// <summary>An article in a language that rules do not understand.</summary>
    public const string OtherLanguage = "ENG011";

    /// <summary>An output that cannot be written.</summary>
    public const string OutputFailed = "ENG012";

    /// <summary>A limit was exceeded.</summary>
    public const string LimitExceeded = "ENG013";

    /// <summary>A plugin that the configuration names was not loaded because nobody vouched for it.</summary>
    public const string PluginNotTrusted = "ENG014";

    /// <summary>An option, lexicon or rule that the configuration names does not exist.</summary>
    public const string UnknownName = "ENG015";

    /// <summary>The run was ended before all drafts were checked.</summary>
    public const string Interrupted = "ENG016";

    /// <summary>Entries of a baseline, or of a file of suppressions, that silence nothing any more.</summary>
    public const string SilencesNothing = "ENG017";

    /// <summary>The process of a plugin that runs isolated ended or was ended.</summary>
    public const string PluginCrashed = "ENG018";
}
