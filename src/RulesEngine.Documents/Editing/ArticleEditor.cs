using System.Collections.Immutable;
using RulesEngine.Documents.Docx;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Editing;

/// <summary>
/// Changes a draft where it stands: what is not edited keeps its bytes (in a .docx its formatting), with encoding, byte order mark
/// and line ends. Nothing is thrown for what is in a file.
/// </summary>
public static class ArticleEditor
{
    /// <summary>Applies edits to a file.</summary>
    /// <param name="article">The article as it was read from the file.</param>
    /// <param name="content">The file.</param>
    /// <param name="edits">In the order of the text, without overlaps.</param>
    /// <param name="limits">Those that the file was read with.</param>
    public static ArticleEditResult Apply(Article article, ReadOnlyMemory<byte> content, ImmutableArray<TextEdit> edits, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(limits);
        try
        {
            var source = SourceEdits.Of(article, edits);
            return new ArticleEditResult(
                article.Format == ArticleFormat.Docx ? DocxEditor.Apply(article, content, source, limits) : TextEditor.Apply(article, content, source),
                source,
                null);
        }
        catch (DocumentException exception)
        {
            return new ArticleEditResult(default, [], exception.Problem.Message);
        }
    }
}

/// <summary>What came of editing a file.</summary>
/// <param name="Content">The file afterwards; empty where there is a problem.</param>
/// <param name="Edits">What was replaced in <see cref="Article.SourceText"/>, in its order.</param>
/// <param name="Problem">Why the edits cannot be applied, or null.</param>
public sealed record ArticleEditResult(ReadOnlyMemory<byte> Content, ImmutableArray<TextEdit> Edits, string? Problem);
