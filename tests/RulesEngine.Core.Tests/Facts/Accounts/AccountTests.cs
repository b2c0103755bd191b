using CsCheck;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Facts.Accounts;

public sealed class AccountTests
{
    private static readonly string[] Pieces =
        ["@a_b", "a user on X", "(@c.d)", "Jane Roe (@e1)", "posted", "on", "Reddit user f_2", "by", "claimed", ".", ",", "—", "@@", "x@y.z", "YouTube", "a video", "😀"];

    /// <summary>What twitter-text's conformance tests ask of mentions, in our own words; several handles are joined by blanks.</summary>
    [Theory]
    [InlineData("@first_one at the start", "first_one")]
    [InlineData("at the end @first_one", "first_one")]
    [InlineData("figures alone @20250717 are a handle", "20250717")]
    [InlineData("two of them @one @two", "one two")]
    [InlineData("in a script without spaces の@oneに", "one")]
    [InlineData("RT@one RT:@two rt @three", "one two three")]
    [InlineData("behind a full stop .@one", "one")]
    [InlineData("(@one) and “@two”", "one two")]
    [InlineData("write to desk@example.com or me @desk@example.com", "")]
    [InlineData("in the middle of a word: gr@ss", "")]
    [InlineData("a!@b c#@d e$@f g%@h i&@j k*@l m@@n", "")]
    [InlineData("before an accented letter @josé", "")]
    [InlineData("@http://example.com is no handle", "")]
    [InlineData("oranges @2.50 each", "")]
    [InlineData("https://example.com/@one", "")]
    [InlineData("a lone @ sign", "")]
    [InlineData("@a2345678901234567890123456789012 is as long as any", "a2345678901234567890123456789012")]
    [InlineData("@a23456789012345678901234567890123 is too long", "")]
    [InlineData("posted on X by @abcdefghijklmnopqrstuvwxyz", "")]
    [InlineData("dots inside @nour.elbanha on TikTok", "nour.elbanha")]
    [InlineData("a sentence ends with @one. Then another", "one")]
    public void Handles_are_what_the_platforms_take_for_them(string text, string handles) =>
        Assert.Equal(handles, string.Join(' ', MarkedArticle.Parse(text).Facts.Accounts.Select(account => account.Handle).OfType<string>()));

    [Theory]
    [InlineData("The clip came from [|Ajay Rao (@rao_desk)|].", "rao_desk", null)]
    [InlineData("It was posted on X by [|user @rao_desk|].", "rao_desk", "X")]
    [InlineData("The letter was posted by [|Reddit user fryer_9|] on Monday.", "fryer_9", "Reddit")]
    [InlineData("It was [|a Reddit user named quietowl|] who claimed so.", "quietowl", "Reddit")]
    [InlineData("[|A Telegram channel|] claimed it.", null, "Telegram")]
    [InlineData("[|a user on X|] claimed it.", null, "X")]
    [InlineData("[|A Twitter user|] claimed it.", null, "Twitter")]
    [InlineData("She saw [|a post on Weibo|].", null, "Weibo")]
    [InlineData("[|An anonymous poster on 4chan|] claimed it.", null, "4chan")]
    [InlineData("[|A Facebook memorial page|] sparked the rumour.", null, "Facebook")]
    [InlineData("[|A blogger|] claimed it.", null, "blog")]
    [InlineData("[|The @stencil_man Instagram account|] is no official one.", "stencil_man", "Instagram")]
    [InlineData("The minister wrote on [|the ministry's Facebook page|].", null, "Facebook")]
    [InlineData("[|A user of Telegram, @hill_road|], showed it.", "hill_road", "Telegram")]
    [InlineData("It was [|posted on Reddit|] this week.", null, "Reddit")]
    [InlineData("They watched [|a video uploaded to YouTube|].", null, "YouTube")]
    [InlineData("It was uploaded to TikTok by [|a user|] who films trains.", null, "TikTok")]
    [InlineData("He explained it in [|posts on X|]. Nobody believed him.", null, "X")]
    [InlineData("It was traced to [|a page|] named “Free Fuel”.", null, null)]
    [InlineData("The price fell after [|a single post on a stock-picking forum|].", null, null)]
    [InlineData("[|A member of the forum|] had seen boxes.", null, null)]
    [InlineData("It was [|shared in a group|] of parents.", null, null)]
    [InlineData("[|The picture turned up on the Chinese microblogging site Weibo|].", null, "Weibo")]
    [InlineData("It [|turned up on the messaging app Signal|].", null, "Signal")]
    [InlineData("She told it on [|a personal Tumblr|].", null, "Tumblr")]
    [InlineData("[|A Snapchat|] in which a girl held up a bone made trouble.", null, "Snapchat")]
    [InlineData("It was [|a post on the r/oldmaps forum|].", null, null)]
    [InlineData("It began with [|a message in a group chat|].", null, null)]
    [InlineData("It was [|a user called Dianfeng|], they say.", null, null)]
    [InlineData("A bride [|explained on the parenting forum|] what it cost.", null, null)]
    public void An_account_is_found_with_its_words_handle_and_platform(string markup, string? handle, string? platform)
    {
        var article = MarkedArticle.Parse(markup);
        var account = Assert.Single(article.Facts.Accounts);
        Assert.Equal(article.Facts.Article.GetText(Assert.Single(article.Marked)), article.Facts.Article.GetText(account.Span));
        Assert.Equal(handle, account.Handle);
        Assert.Equal(platform, account.Platform);
    }

    [Fact]
    public void What_others_echo_is_posted() =>
        Assert.Equal(AccountRole.Posting, Assert.Single(MarkedArticle.Parse("The tweet was quoted by two radio stations.").Facts.Accounts).Role);

    [Theory]
    [InlineData("Malcolm X spoke to users of the library.")]
    [InlineData("The line on the page was long, and the group posted guards.")]
    [InlineData("He lived a kick and a rumble away from the vine.")]
    [InlineData("He said in a forum on housing that rents would fall.")]
    [InlineData("The user of the machine read the message on the board.")]
    [InlineData("A member of the group read a letter in a channel of the port.")]
    [InlineData("They walked a group named Zambia to the page.")]
    public void Common_words_are_no_accounts(string text) => Assert.Empty(MarkedArticle.Parse(text).Facts.Accounts);

    [Theory]
    [InlineData("@first_one posted a picture of the fire.", AccountRole.Posting)]
    [InlineData("A post by @first_one repeated similar claims.", AccountRole.Echoing)]
    [InlineData("@first_one retweeted the picture.", AccountRole.Echoing)]
    [InlineData("The hotel has a cat, and @first_one.", AccountRole.Mentioned)]
    [InlineData("What a fire! — Ajay Rao (@first_one) July 17, 2025", AccountRole.Embedded)]
    public void Roles_follow_the_verb_beside_the_account(string text, AccountRole role) =>
        Assert.Equal(role, Assert.Single(MarkedArticle.Parse(text).Facts.Accounts, account => account.Handle == "first_one").Role);

    [Fact]
    public void Every_account_covers_its_handle_and_lies_in_its_sentence() =>
        Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[1, 14]
            .Sample(parts =>
            {
                var facts = MarkedArticle.Parse(string.Join(' ', parts)).Facts;
                var end = 0;
                foreach (var account in facts.Accounts)
                {
                    Assert.False(account.Span.IsEmpty);
                    Assert.True(account.Sentence.Span.Contains(account.Span));
                    Assert.True(account.Span.Start >= end, "accounts overlap");
                    Assert.Contains(account.Handle ?? "", facts.Article.GetText(account.Span), StringComparison.Ordinal);
                    end = account.Span.End;
                }
            });
}
