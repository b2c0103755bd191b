using System.Text;
using RulesEngine.Sdk;

namespace RulesEngine.Documents.Tests;

public sealed class PlainTextTests
{
    private const string Body = "The ministry said on Monday that the bridge would stay closed for as long as the tests on its cables go on.";

    private static Article Read(params string[] paragraphs) => Drafts.Read("draft.txt", string.Join("\n\n", paragraphs));

    [Theory]
    [InlineData("Bridge stays shut as cable tests go on")]
    [InlineData("Ministry keeps bridge shut for tests.")]
    [InlineData("Why The Bridge Will Stay Shut, And Who Pays For It.")]
    [InlineData("Is the bridge safe?")]
    public void First_line_is_the_headline(string line) => Assert.Equal([line], Read(line, Body, Body).TextsOf(BlockKind.Headline));

    [Theory]
    [InlineData("The bridge is closed, and nobody knows for how long.")]
    [InlineData("SALTBURN, May 3 (Northline) - The bridge stays shut, the ministry said")]
    [InlineData("The bridge is closed. It was never safe.")]
    [InlineData("Some of the cables are older than the men who climb them.")]
    public void Sentence_is_no_headline(string line) => Assert.Empty(Read(line, Body, Body).TextsOf(BlockKind.Headline));

    [Fact]
    public void Single_block_is_a_paragraph() => Assert.Equal(BlockKind.Paragraph, Assert.Single(Read("Bridge stays shut").Blocks).Kind);

    [Theory]
    [InlineData("TOLMIN, Slovenia, Feb 3 (Northline) - The river rose again overnight, the town said.", "TOLMIN, Slovenia, Feb 3 (Northline) -")]
    [InlineData("OSLO — The river rose again overnight, the town said.", "OSLO —")]
    [InlineData("LEEDS (NL) -- The river rose again overnight, the town said.", "LEEDS (NL) --")]
    [InlineData("ST. JOHN'S, N.L. —The river rose again overnight, the town said.", "ST. JOHN'S, N.L. —")]
    [InlineData("Nova Gorica (Slovenia) - The river rose again overnight, the town said.", "Nova Gorica (Slovenia) -")]
    public void Dateline_is_found(string paragraph, string dateline)
    {
        var article = Read("Town counts cost of flood", paragraph, Body);
        Assert.NotNull(article.Dateline);
        Assert.Equal(dateline, article.GetText(article.Dateline.Value));
    }

    [Theory]
    [InlineData("EXCLUSIVE — The river rose again overnight, the town said.")]
    [InlineData("The town - or what is left of it - counts the cost of the flood.")]
    [InlineData("BBC and ITV crews filmed the river - it rose again overnight.")]
    public void Dash_alone_makes_no_dateline(string paragraph) => Assert.Null(Read("Town counts cost of flood", paragraph, Body).Dateline);

    [Theory]
    [InlineData("By Jane Roe")]
    [InlineData("By Jane Roe and Ann de Witt")]
    [InlineData("(Reporting by Jane Roe; Editing by Ann Witt)")]
    [InlineData("Additional reporting: Tom Beck")]
    public void Byline_is_found(string line) => Assert.Equal([line], Read("Town counts cost of flood", line, Body, Body).TextsOf(BlockKind.Byline));

    [Fact]
    public void Sentence_that_begins_with_by_is_no_byline() =>
        Assert.Empty(Read("Town counts cost of flood", "By Sunday the river had gone back to its bed, and the town began to clean.", Body).TextsOf(BlockKind.Byline));

    [Theory]
    [InlineData("Published 3 May 2025", "2025-05-03")]
    [InlineData("Sat, May 3, 2025, 10:15 a.m. GMT", "2025-05-03")]
    [InlineData("2025-05-03", "2025-05-03")]
    public void Date_line_dates_the_article(string line, string date)
    {
        var article = Read("Town counts cost of flood", line, Body, Body);
        Assert.Equal([line], article.TextsOf(BlockKind.DateLine));
        Assert.Equal(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), article.Date);
    }

    [Fact]
    public void Date_of_the_caller_wins() =>
        Assert.Equal(new DateOnly(2024, 1, 2), Drafts.Read("a.txt", $"Town counts cost\n\nMay 3, 2025\n\n{Body}", new ArticleReadOptions { Date = new DateOnly(2024, 1, 2) }).Date);

    [Theory]
    [InlineData("Advertisement")]
    [InlineData("5 min read")]
    [InlineData("12 comments")]
    [InlineData("Read more: How the dam was built")]
    [InlineData("Related: Nine floods that shaped the valley")]
    [InlineData("Sign up for our newsletter")]
    [InlineData("Follow us on Facebook and X")]
    [InlineData("© 2025 The Vale Courier. All rights reserved.")]
    [InlineData("Tags: flood, river, Tolmin")]
    [InlineData("© The Harbour Post 2025 | 88 comments | Share")]
    public void Line_of_the_page_is_furniture(string line) =>
        Assert.Equal([line], Read("Town counts cost of flood", Body, line, Body).TextsOf(BlockKind.Furniture));

    [Theory]
    [InlineData("The video drew 12 comments.")]
    [InlineData("Follow the money, the auditor told the council, and it ends at the weir.")]
    [InlineData("Comments by the minister made the crisis worse, two members of his party said.")]
    [InlineData("Share prices of the three insurers fell by a tenth.")]
    [InlineData("Related costs are not in the estimate, which the council calls rough.")]
    public void Sentence_of_the_article_is_no_furniture(string line) =>
        Assert.Empty(Read("Town counts cost of flood", Body, line, Body).TextsOf(BlockKind.Furniture));

    [Fact]
    public void Everything_after_the_comment_form_is_furniture()
    {
        var article = Read("Town counts cost of flood", Body, "Leave a Reply", "Your email address will not be published.", "Well I never. This town had it coming, and I said so in 2010.");
        Assert.Equal(3, article.TextsOf(BlockKind.Furniture).Length);
        Assert.Equal([Body], article.TextsOf(BlockKind.Paragraph));
    }

    [Fact]
    public void List_of_other_stories_ends_where_prose_goes_on()
    {
        var article = Read("Town counts cost of flood", Body, "Related stories", "Nine floods that shaped the valley", "How the dam was built", Body);
        Assert.Equal(3, article.TextsOf(BlockKind.Furniture).Length);
        Assert.Equal([Body, Body], article.TextsOf(BlockKind.Paragraph));
    }

    [Fact]
    public void Post_and_its_signature_are_embedded()
    {
        var article = Read("Town counts cost of flood", Body, "Water is in our kitchen again #flood", "— Mira K. (@mirak_tolmin) May 2, 2025", Body);
        Assert.Equal(["Water is in our kitchen again #flood", "— Mira K. (@mirak_tolmin) May 2, 2025"], article.TextsOf(BlockKind.Embed));
    }

    [Fact]
    public void One_paragraph_a_line_without_blank_lines() =>
        Assert.Equal([Body, Body], Drafts.Read("a.txt", $"Town counts cost of flood\n{Body}\n{Body}\n").TextsOf(BlockKind.Paragraph));

    [Fact]
    public void Wrapped_lines_join_without_blank_lines()
    {
        const string Wrapped = "Town counts cost of flood\nThe ministry said on Monday that the bridge would stay closed for as\nlong as the tests on its cables go on.\nNobody in the valley was surprised by that, and nobody in the town hall\nwould say what it is going to cost.\n";
        Assert.Equal(2, Drafts.Read("a.txt", Wrapped).TextsOf(BlockKind.Paragraph).Length);
    }

    [Fact]
    public void Lone_dash_makes_no_list() => Assert.Empty(Read("Town counts cost of flood", Body, "- Northline").TextsOf(BlockKind.ListItem));

    [Fact]
    public void Text_is_the_decoded_file_with_its_line_ends()
    {
        var text = $"Town counts cost of flood\r\n\r\n{Body} 😟 e\u0301\r\n";
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)];
        var article = Drafts.Read("a.txt", bytes);
        Assert.Equal(text, article.Text);
        Assert.Equal(article.Text, article.SourceText);
        Assert.Equal(3, article.SourceMap.GetRange(article.Blocks[1].Span).Start.Line);
    }

    [Theory]
    [InlineData("Le ministre a dit lundi que le pont resterait fermé pour la durée des essais, et que les habitants de la vallée ne sont pas en danger.", "fr")]
    [InlineData("Der Minister sagte am Montag, dass die Brücke für die Dauer der Versuche gesperrt bleibt und dass es für die Menschen im Tal nicht gefährlich ist.", "de")]
    [InlineData("El ministro dijo el lunes que el puente va a estar cerrado por las pruebas y que no hay peligro para los vecinos de la zona.", "es")]
    [InlineData("Министр сказал в понедельник, что мост останется закрытым на время испытаний.", "ru")]
    [InlineData("Міністр сказав у понеділок, що міст залишиться закритим на час випробувань її тросів.", "uk")]
    [InlineData("قال الوزير يوم الاثنين إن الجسر سيبقى مغلقا حتى انتهاء الاختبارات", "ar")]
    [InlineData("部長星期一表示，大橋在測試期間將繼續關閉，居民沒有危險，但是何時重新開放仍然沒有人知道，市政府也拒絕說明。", "zh")]
    [InlineData(Body, "en")]
    public void Language_is_told(string text, string language) => Assert.Equal(language, Read(text).Language);

    [Fact]
    public void Language_of_a_few_words_is_not_told() => Assert.Null(Read("Bridge shut").Language);
}
