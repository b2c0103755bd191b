using RulesEngine.Documents.Building;
using RulesEngine.Documents.Lexicons;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Structure;

/// <summary>Finds what a page puts around an article by the words of the lexicon page-furniture. A line that is not in it stays article.</summary>
internal static class FurnitureFinder
{
    private const int MaxLineLength = 400;
    private const int WordsOfAnArticle = 20;

    public static void Mark(string text, List<DraftBlock> blocks)
    {
        var wordsBefore = 0;
        var following = Following.Article;
        foreach (var block in blocks)
        {
            var line = block.TextIn(text);
            if (following != Following.Comments && CanBeFurniture(block) && Match(line) is { } entry)
            {
                following = FollowingOf(entry["effect"], wordsBefore, following);
                block.Kind = BlockKind.Furniture;
                continue;
            }

            following = following == Following.OtherStories && !IsHeadlineOfOtherStory(block, line) ? Following.Article : following;
            if (following != Following.Article && block.Kind != BlockKind.Footnote)
            {
                block.Kind = BlockKind.Furniture;
            }
            else if (block.Kind == BlockKind.Paragraph && !block.IsFurniture)
            {
                wordsBefore += LineShape.CountWords(line);
            }
        }
    }

    // "Leave a comment" above the article is a link to the form, and the form is below it.
    private static Following FollowingOf(string effect, int wordsBefore, Following current) => effect switch
    {
        "rest" when wordsBefore >= WordsOfAnArticle => Following.Comments,
        "list" => Following.OtherStories,
        _ => current,
    };

    private static bool IsHeadlineOfOtherStory(DraftBlock block, ReadOnlySpan<char> line) =>
        CanBeFurniture(block) && !LineShape.EndsSentence(line) && line[^1] != ':' && LineShape.CountWords(line) is >= 3 and <= 20;

    private static bool CanBeFurniture(DraftBlock block) =>
        !block.IsCertain
        && block.End - block.Start <= MaxLineLength
        && block.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Heading;

    private static LexiconEntry? Match(ReadOnlySpan<char> line)
    {
        var patterns = DocumentLexicons.Furniture;
        if (IsEligible(patterns.Match(line), line) is { } whole)
        {
            return whole;
        }

        // "Read also: … | 14 shares", "© The Post 2026 | 88 comments | Share": told by its first or last part.
        var first = line.IndexOf('|');
        return first < 0
            ? null
            : IsEligible(patterns.Match(line[..first]), line[..first]) ?? IsEligible(patterns.Match(line[(line.LastIndexOf('|') + 1)..]), line[(line.LastIndexOf('|') + 1)..]);
    }

    // A pattern that begins with a gap or a number would take prose ("the post drew 500 comments."): prose ends as a sentence does.
    private static LexiconEntry? IsEligible(LexiconEntry? entry, ReadOnlySpan<char> line) =>
        entry is null || (entry.Term[0] is '*' or '#' && LineShape.EndsSentence(line) && !entry.Term.Contains("rights", StringComparison.Ordinal)) ? null : entry;

    private enum Following
    {
        Article,
        OtherStories,
        Comments,
    }
}
