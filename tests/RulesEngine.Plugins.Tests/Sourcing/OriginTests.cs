using RulesEngine.Plugins.Sourcing;
using RulesEngine.Testing;

namespace RulesEngine.Plugins.Tests.Sourcing;

public sealed class OriginTests
{
    [Fact]
    public void Examples_hold() => AnalyzerVerifier.VerifyExamples<SingleAccountOriginAnalyzer>();

    [Theory]
    [InlineData("The rumour about the singer's death was born on [|the X profile of @sad_news_now|].\n\nNobody has confirmed it.")]
    [InlineData("Rumours that the dam had burst began with [|a Facebook page|] on Sunday. The page has since been taken down.")]
    [InlineData("According to [|a blog|] linked to the rebels, the town has fallen. The claim could not be verified.")]
    [InlineData("A photo of the note was posted to Imgur on Monday by [|redditor quiet_owl|], who says it is genuine.")]
    [InlineData("Is the phone bending? It was suggested by [|a Reddit user|] that the maker has changed the case. The claim is unverified.")]
    [InlineData("[|An unofficial fan account on Instagram|] posted a drawing that many people took for the painter's own.")]
    [InlineData("The story goes back to [|a Facebook post|] by Dora Mwangi, a trader, who gave no names. The claim has been shared often.")]
    [InlineData("Traders fled on Monday after [|a voice message circulating on WhatsApp|] warned of armed men. Nobody saw any. It was a hoax, a rumour.")]
    [InlineData("[|The clip was published on YouTube|] on Monday by comedian Per Dahl. It is staged, viewers suspect.")]
    [InlineData("Dog owners stayed away after a neighbor [|warned on Nextdoor|] of poison. The theory has spread since.")]
    [InlineData("A picture of a wreck, [|tweeted|] on Tuesday by a man in the hills, is said to show the lost plane. It is a fake, a rumour.")]
    [InlineData("[|An account|] in the name of the prime minister, complete with a blue tick, announced on X that Monday would be a holiday. It was a hoax, a rumour.")]
    [InlineData("It was the girl's uncle who announced the prize, in [|a Facebook post|] with a certificate. The claim is a hoax. The agency denied it.")]
    [InlineData("A 30-second clip of a walking fish was put on Vine by [|user @muddy_ted|]. The claim is a hoax, a rumour.")]
    [InlineData("A woman from Perth says that her phone burst into flames. She [|put it on Imgur|] on Sunday, where it has been viewed half a million times. The maker has not responded.")]
    [InlineData("It took [|a single Facebook post|] to empty the bridge. Engineers were still measuring at night.")]
    [InlineData("A photograph of a python, dropped into [|a WhatsApp group|] of students, has kept the town indoors. The registrar could not be reached.")]
    [InlineData("[|A Snapchat|] in which a girl holds up a bone has brought trouble to the school. It has had 900,000 views, and nobody knows who saved it. The claim is unverified.")]
    [InlineData("The story goes back to [|a clip uploaded to TikTok|] by somebody unknown. Several accounts have since reposted it.")]
    [InlineData("A bride has left the readers speechless. The woman, who did not give her name, [|explained on the parenting forum|] that the venue was dear.")]
    [InlineData("A letter has won hearts. It was shared by a mother, Kay Brand, on [|her Facebook page|] last Tuesday. More than 70,000 people have passed it on. The school did not call back.")]
    [InlineData("[|A Facebook page|] called \"Namaste Now\" had fans weeping with word that the singer had shaved his head. More than 600,000 people have shared the story. His rep said it was not true.")]
    [InlineData("All of it stems from one video. A traveller who goes by [|@jules_9|] filmed herself in the lift. The hotel declined to comment.")]
    [InlineData("It started with a message in [|the village's WhatsApp chat|]: the star, it said, had bought the town hall.")]
    public void A_claim_that_rests_on_one_account_is_flagged(string markup) => AnalyzerVerifier.Verify<SingleAccountOriginAnalyzer>(markup);

    [Theory]
    [InlineData("The company announced the recall on its official X account, @brand_help.")]
    [InlineData("The senator wrote on her own Facebook page that she would resign.")]
    [InlineData("Two posts started the rumour. A user on X, @north_bank, posted a picture of the fire. From the other side of the river @south_bank posted a video.")]
    [InlineData("Users on X claim that the phone pulls out hair. Dozens of users posted pictures.")]
    [InlineData("A Reddit user claimed that the bridge had cracks. Police confirmed the cracks on Monday.")]
    [InlineData("\"I cried,\" one Twitter user wrote after the concert.")]
    [InlineData("Follow the reporter on Twitter @news_desk.")]
    [InlineData("The capture was first reported on the blog Dawn and other militant websites. The claim is unverified.")]
    [InlineData("A photo of a flooded ward that has been doing the rounds on Twitter is genuine, the hospital has said. It was first posted by a patient, @gaz_17.")]
    [InlineData("Users on Twitter in three cities reported loud bangs. \"Like a bomb,\" wrote @hoy_1. The company has not commented.")]
    [InlineData("The goalkeeper was suspended for passing on a Facebook post in May. The club declined to comment.")]
    [InlineData("\"100 percent false,\" his spokeswoman wrote on Twitter after the rumour. It was shared 2,000 times. The network declined to comment.")]
    [InlineData("A tweet by the airline that it would sell standing seats was a joke, a hoax. It was shared 2,000 times. The airline denied that it had misled anybody.")]
    [InlineData("Diver's photo leads police to a missing plane. A hobby diver put the picture on a Facebook page in May, where it has been shared 2,000 times. Nobody knows what it shows.")]
    [InlineData("His initial tweet stunned the party. The candidate declined to comment, and it was shared 2,000 times.")]
    [InlineData("The picture was tweeted by several people who stood on the bridge. The claim is unverified.")]
    public void Own_accounts_several_accounts_support_and_reactions_are_not(string draft) => AnalyzerVerifier.Verify<SingleAccountOriginAnalyzer>(draft);

    [Fact]
    public void Echoes_are_no_second_source() => AnalyzerVerifier.Verify<SingleAccountOriginAnalyzer>(
        """
        Soldiers have left their posts in the hills, according to claims on social media.

        The claims, first posted on X by {|#0:user @border_watch7|}, are unverified. A separate post by @echo_daily repeated similar claims.
        """,
        new ExpectedDiagnostic("SRC010") { Place = 0 }.With("account", "border_watch7").With("platform", "X").With("echoes", "echo_daily").With("corroboration", "none"));
}
