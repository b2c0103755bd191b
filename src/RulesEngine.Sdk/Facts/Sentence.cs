namespace RulesEngine.Sdk;

/// <summary>A sentence. Every block of text is cut into sentences without a rest; a sentence never crosses a block.</summary>
/// <param name="Span">Without blanks at the ends.</param>
/// <param name="Block">The block that it stands in.</param>
/// <param name="FirstToken">Index of its first token in <see cref="ArticleFacts.Tokens"/>.</param>
/// <param name="TokenCount">Number of its tokens.</param>
/// <param name="Index">Its own index in <see cref="ArticleFacts.Sentences"/>.</param>
public sealed record Sentence(TextSpan Span, Block Block, int FirstToken, int TokenCount, int Index)
{
    /// <summary>Index just after its last token.</summary>
    public int EndToken => FirstToken + TokenCount;
}
