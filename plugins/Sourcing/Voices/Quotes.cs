using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Voices;

/// <summary>Tells whether a place of a block lies between quotation marks, from the marks alone.</summary>
internal static class Quotes
{
    /// <summary>True between an opening mark and its closing one, or the end of the block.</summary>
    public static bool IsInside(Article article, Block block, int position)
    {
        var inside = false;
        var text = article.Text;
        for (var i = block.Span.Start; i < position; i++)
        {
            switch (text[i])
            {
                case '“' or '«' or '„':
                    inside = true;
                    break;
                case '”' or '»':
                    inside = false;
                    break;
                case '"':
                    inside = !inside;
                    break;
                case '\'' when i + 1 < position && text[i + 1] == '\'':
                    inside = !inside;
                    i++;
                    break;
                default:
                    break;
            }
        }

        return inside;
    }
}
