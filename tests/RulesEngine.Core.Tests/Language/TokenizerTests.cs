using System.Collections.Immutable;
using CsCheck;
using RulesEngine.Core.Language;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Language;

public sealed class TokenizerTests
{
    // Blanks stand between the tokens that are expected.
    [Theory]
    [InlineData("don't", "do n't")]
    [InlineData("can’t", "ca n’t")]
    [InlineData("it's", "it 's")]
    [InlineData("we'd've", "we 'd 've")]
    [InlineData("cannot", "can not")]
    [InlineData("Gonna", "Gon na")]
    [InlineData("farmers’", "farmers ’")]
    [InlineData("O'Brien's", "O'Brien 's")]
    [InlineData("Jr.'s", "Jr. 's")]
    [InlineData("well-known", "well - known")]
    [InlineData("anti-government", "anti-government")]
    [InlineData("U.S.-led", "U.S. - led")]
    [InlineData("$2.5bn", "$ 2.5 bn")]
    [InlineData("€1,200", "€ 1,200")]
    [InlineData("45%", "45 %")]
    [InlineData("7:30pm", "7:30 pm")]
    [InlineData("5p.m.", "5 p.m.")]
    [InlineData("11/28/2000", "11/28/2000")]
    [InlineData("10-15", "10 - 15")]
    [InlineData("555-123-4567", "555-123-4567")]
    [InlineData("1990s", "1990s")]
    [InlineData("'90s", "'90s")]
    [InlineData("2024's", "2024 's")]
    [InlineData("3rd", "3rd")]
    [InlineData("and/or", "and / or")]
    [InlineData("#5", "# 5")]
    [InlineData("#OpenSeas,", "#OpenSeas ,")]
    [InlineData("@coast_watch:", "@coast_watch :")]
    [InlineData("(ida.moss@example.org)", "( ida.moss@example.org )")]
    [InlineData("https://example.org/a?b=c.", "https://example.org/a?b=c .")]
    [InlineData("Example.com's", "Example.com 's")]
    [InlineData("R&D", "R&D")]
    [InlineData("wait...what", "wait ... what")]
    [InlineData("no—yes", "no — yes")]
    [InlineData("“Stop,”", "“ Stop , ”")]
    [InlineData("End.Start", "End . Start")]
    [InlineData("cafe\u0301s", "cafe\u0301s")]
    [InlineData("👩‍👩‍👧‍👦!", "👩‍👩‍👧‍👦 !")]
    [InlineData("🇺🇦🇵🇱", "🇺🇦 🇵🇱")]
    public void Splits_as_the_treebank_does(string text, string tokens) => Assert.Equal(tokens.Split(' '), Draft.Tokens(text));

    [Theory]
    [InlineData("word", TokenKind.Word)]
    [InlineData("1,000.5", TokenKind.Number)]
    [InlineData(";", TokenKind.Punctuation)]
    [InlineData("£", TokenKind.Symbol)]
    [InlineData("🙂", TokenKind.Symbol)]
    [InlineData("@name", TokenKind.Handle)]
    [InlineData("#name", TokenKind.Hashtag)]
    [InlineData("www.example.org", TokenKind.Url)]
    [InlineData("a.b@example.org", TokenKind.Email)]
    public void Tells_kinds_by_their_characters(string text, TokenKind kind)
    {
        var tokens = new TokenList();
        Tokenizer.Tokenize(text, new TextSpan(0, text.Length), tokens);
        Assert.Equal(new Token(0, text.Length, kind), Assert.Single(tokens.ToImmutable()));
    }

    private static readonly string[] s_pieces = ["don't", "U.S.", "Gov.", "a.m.", "$5m", " ", "\n", ". ", "“", "”", "(", ")", "@ab", "#ab", "http://a.b/", "a@b.c", "😀", "e\u0301", "\uD800", "3.5", "1/2", "...", "'s", "5pm"];

    private static readonly Gen<string> s_text = Gen.OneOf(
        Gen.String,
        Gen.String["abcABC019 .,:;!?'\"“”’()[]-–—@#$%&/\n\t…"],
        Gen.Int[0, s_pieces.Length - 1].Select(i => s_pieces[i]).Array[0, 12].Select(pieces => string.Concat(pieces)));

    [Fact]
    public void Tokens_and_sentences_cover_all_but_blanks_in_order() => s_text.Sample(text =>
    {
        var article = Draft.Create(text);
        var (tokens, sentences) = SentenceSplitter.Split(article);
        var at = 0;
        foreach (var token in tokens)
        {
            Assert.True(token.Start >= at && token.End > token.Start && token.End <= text.Length);
            Assert.All(text[at..token.Start], c => Assert.True(Characters.IsBlank(c)));
            Assert.False(SplitsPair(text, token.Start) || SplitsPair(text, token.End));
            at = token.End;
        }

        Assert.All(text[at..], c => Assert.True(Characters.IsBlank(c)));
        Assert.Equal(tokens.Length, sentences.Sum(sentence => sentence.TokenCount));
        Assert.All(sentences, sentence => Assert.Equal(new TextSpan(tokens[sentence.FirstToken].Start, tokens[sentence.EndToken - 1].End), sentence.Span));
        Assert.Equal(tokens.Length, Tagger.Tag(text, tokens, sentences).Length);
    });

    private static bool SplitsPair(string text, int at) => at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);
}
