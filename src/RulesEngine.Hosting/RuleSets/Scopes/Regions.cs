namespace RulesEngine.Hosting.RuleSets.Scopes;

/// <summary>Stretches of text that scopes can ask for besides whole blocks.</summary>
[Flags]
internal enum Regions
{
    None = 0,
    Sentence = 1,
    Link = 1 << 1,
    Strong = 1 << 2,
    Emphasis = 1 << 3,
    InlineCode = 1 << 4,
    Alt = 1 << 5,
    Quote = 1 << 6,
    Figure = 1 << 7,
    Attribution = 1 << 8,

    /// <summary>A link whose words are its address.</summary>
    Address = 1 << 9,

    /// <summary>A block that stands in the front matter.</summary>
    FrontMatter = 1 << 10,
}

/// <summary>What a rule is applied to at a time.</summary>
internal enum ScopeUnit
{
    /// <summary>Each block by itself.</summary>
    Block,

    /// <summary>Each region of a kind by itself.</summary>
    Region,

    /// <summary>All text of the article together.</summary>
    Summary,

    /// <summary>The file with its marks.</summary>
    Raw,
}
