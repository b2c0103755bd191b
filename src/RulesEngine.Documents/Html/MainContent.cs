using AngleSharp.Dom;

namespace RulesEngine.Documents.Html;

/// <summary>Finds the element that holds the article.</summary>
internal static class MainContent
{
    /// <summary>The article by its markup, else the element whose paragraphs hold most text, else the body.</summary>
    /// <param name="body">Root to look in.</param>
    /// <param name="lengthOf">Length of the text of one node, without its elements.</param>
    public static IElement Find(IElement body, Func<INode, int> lengthOf)
    {
        var articleBody = body.QuerySelector("[itemprop~=articleBody]");
        if (articleBody is not null)
        {
            return articleBody.Closest("article") ?? articleBody.Closest("main") ?? articleBody;
        }

        return Longest(body.QuerySelectorAll("article"), lengthOf)
            ?? Longest(body.QuerySelectorAll("main, [role=main]"), lengthOf)
            ?? Densest(body, lengthOf)
            ?? body;
    }

    private static IElement? Longest(IEnumerable<IElement> elements, Func<INode, int> lengthOf)
    {
        IElement? best = null;
        var length = 0;
        foreach (var element in elements)
        {
            var own = ParagraphLength(element, lengthOf);
            if (own > length)
            {
                (best, length) = (element, own);
            }
        }

        return best;
    }

    // The paragraphs of an article are siblings; three of them are needed to call their parent an article.
    private static IElement? Densest(IElement body, Func<INode, int> lengthOf)
    {
        const int MinParagraphs = 3;
        var scores = new Dictionary<IElement, (int Length, int Count)>();
        var order = new List<IElement>();
        foreach (var paragraph in body.QuerySelectorAll("p"))
        {
            if (paragraph.ParentElement is { } parent && HtmlRoles.Of(parent) == HtmlRole.None)
            {
                if (!scores.TryGetValue(parent, out var score))
                {
                    order.Add(parent);
                }

                scores[parent] = (score.Length + TextLength(paragraph, lengthOf), score.Count + 1);
            }
        }

        IElement? best = null;
        foreach (var element in order)
        {
            best = scores[element].Count >= MinParagraphs && (best is null || scores[element].Length > scores[best].Length) ? element : best;
        }

        return best;
    }

    private static int ParagraphLength(IElement element, Func<INode, int> lengthOf)
    {
        var length = 1;
        foreach (var paragraph in element.QuerySelectorAll("p"))
        {
            length += TextLength(paragraph, lengthOf);
        }

        return length;
    }

    private static int TextLength(INode node, Func<INode, int> lengthOf)
    {
        var length = lengthOf(node);
        foreach (var descendant in node.Descendants())
        {
            length += lengthOf(descendant);
        }

        return length;
    }
}
