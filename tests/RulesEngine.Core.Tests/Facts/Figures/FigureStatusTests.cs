using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Facts.Figures;

/// <summary>Who carries a figure, as an editor resolves it over sentences and paragraphs.</summary>
public sealed class FigureStatusTests
{
    [Theory]
    [InlineData(FigureStatus.Sourced, "New poll shows the mayor ahead\n\nThe mayor is ahead, according to a survey by Harbour Research.\n\nThe campaign has been a bitter one and it is not over.\n\nAmong older voters, [|61 percent|] said they trusted her.")]
    [InlineData(FigureStatus.Unsourced, "New poll shows the mayor ahead\n\nThe mayor is ahead, according to a survey by Harbour Research.\n\nThe campaign has been a bitter one and it is not over.\n\nFour years ago she took [|61 percent|] of the vote.")]
    [InlineData(FigureStatus.Unsourced, "Crumb to close a bakery\n\nManagers of Crumb, which earned [|$340,000|] last year, say the bakery will close.")]
    [InlineData(FigureStatus.Sourced, "Flood in the north\n\nThe disaster agency put the number of people who have lost their homes at [|5,400|].")]
    [InlineData(FigureStatus.Sourced, "Treasurer jailed\n\nThe court heard that he spent [|$90,000|] on cards.")]
    [InlineData(FigureStatus.Vague, "Bus overturns\n\nAccording to unconfirmed reports, [|at least 14|] passengers were hurt.")]
    [InlineData(FigureStatus.Vague, "Bus overturns\n\nReports of [|more than 60|] thefts have angered the town.")]
    [InlineData(FigureStatus.Sourced, "Typhoon drives out villagers\n\nManila, Oct. 9 – [|More than 3.2 million|] people have fled, the disaster agency said.")]
    [InlineData(FigureStatus.Exempt, "Driver charged\n\nMaria Hollis, [|24|], will be charged with murder.")]
    [InlineData(FigureStatus.Sourced, "Harbour poll\n\n[|About four in 10|] voters say that prices matter most.\n\nThe survey was conducted for the Tidal Gazette by Harbour Research.")]
    [InlineData(FigureStatus.Unsourced, "Harbour vote\n\n[|About four in 10|] berths stood empty.\n\nThe survey of the quay was conducted for the Tidal Gazette by Harbour Research.")]
    [InlineData(FigureStatus.Sourced, "Tariffs\n\nAt every stop, Senator Orla Finch vows to impose a [|35 percent|] duty on kites.")]
    [InlineData(FigureStatus.Unsourced, "Tariffs\n\nSenator Orla Finch has vowed to expel all islanders, [|40,000|] people in all.")]
    [InlineData(FigureStatus.Sourced, "Flood\n\nThe Red Cross has recorded [|over 1,200|] cases of fever.")]
    [InlineData(FigureStatus.Sourced, "Flood\n\nThe district office later raised the number of rescued to [|59|].")]
    [InlineData(FigureStatus.Unsourced, "Flood\n\nThe mill later raised the price of flour to [|$59|].")]
    [InlineData(FigureStatus.Sourced, "Army\n\nBerne's pledge last month to add [|almost 7,000|] soldiers was welcomed.")]
    [InlineData(FigureStatus.Vague, "Currency\n\nA street trader, who asked not to be named, said he turned away [|about 40|] customers.")]
    [InlineData(FigureStatus.Sourced, "Currency\n\nA finance ministry official, who asked not to be named, said the bank sold [|40 tonnes|] of gold.")]
    [InlineData(FigureStatus.Unsourced, "Party\n\nAddressing [|about 100|] members in the hall, Mr. Finch said the party was well.")]
    [InlineData(FigureStatus.Unsourced, "Guards\n\nThat night there were in fact [|three|] guards at the gate.")]
    [InlineData(FigureStatus.Exempt, "Robbery\n\n[|Two|] gunmen shot a guard.")]
    [InlineData(FigureStatus.Exempt, "Derby\n\nDiop scored the goal and the match was lost. The striker hit the post. The coach blamed the referee. Rovers have won two of their last [|11|] away games.")]
    [InlineData(FigureStatus.Unsourced, "Rally\n\n\"We will win,\" Mr. Finch said as he greeted [|400|] fans at the quay.")]
    [InlineData(FigureStatus.Sourced, "Rally\n\n\"We will win,\" Mr. Finch said, adding that [|400|] fans had come.")]
    [InlineData(FigureStatus.Unsourced, "Donor\n\n\"I like what he said then,\" said Ada Moss, who runs a mill and gave [|$2,400|] that day.")]
    [InlineData(FigureStatus.Unsourced, "Donor\n\nMoss gave [|$5,000|] that year, but the mill reported a loss.")]
    [InlineData(FigureStatus.Sourced, "Measles\n\nMost of the sick were young, the agency's bulletin showed. [|Seventeen|] were babies.")]
    [InlineData(FigureStatus.Unsourced, "Measles\n\nMost of the sick were young, the agency said. Beds for [|17|] babies stood ready.")]
    [InlineData(FigureStatus.Sourced, "Refugees\n\nHabib argued that:\n\n- [|Only 2,200|] islanders had been let in.")]
    [InlineData(FigureStatus.Sourced, "Refugees\n\nThe Tidal Gazette reports:\n\nBoats brought [|2,200|] islanders in May.")]
    [InlineData(FigureStatus.Sourced, "Fund\n\nThey set up a fund on the islands, according to a court filing. A partner put [|$40 million|] into it.")]
    [InlineData(FigureStatus.Sourced, "Depots\n\nThe report was tabled on Monday. It lists [|27|] depots.")]
    [InlineData(FigureStatus.Sourced, "Crocodile\n\nLocals told Radio Brine that [|hundreds|] of people had come.")]
    [InlineData(FigureStatus.Vague, "Crocodile\n\nLocals said [|hundreds|] of people had come.")]
    [InlineData(FigureStatus.Sourced, "Turnout\n\nOfficials said their island's turnout was the second best ever. The turnout was [|about 52%|] on Sunday.")]
    [InlineData(FigureStatus.Unsourced, "Turnout\n\nOfficials said their island's turnout was the second best ever. The ferry carried [|about 52%|] more cars on Sunday.")]
    [InlineData(FigureStatus.Sourced, "Tremors\n\nThe Seismic Institute recorded 31 tremors by dusk. The strongest had a magnitude of [|4.4|].")]
    [InlineData(FigureStatus.Sourced, "Relief\n\nGovernor Ada Moss toured the quay. She sought [|Rs 900 crore|] from the Centre.")]
    [InlineData(FigureStatus.Sourced, "Stadium\n\nThe harbour council valued the ground at [|£7.2m|] in May.")]
    [InlineData(FigureStatus.Vague, "Profit\n\nBrine Mills reported earnings of 90 cents a share, above the [|70 cents|] that analysts had expected.")]
    [InlineData(FigureStatus.Vague, "Bid\n\nRumour has it that a foreign group has offered to pay [|half|] of that.")]
    [InlineData(FigureStatus.Vague, "Landslide\n\nWitnesses spoke of [|dozens|] of bodies by the road.")]
    [InlineData(FigureStatus.Unsourced, "Truce\n\nThe truce is over, and the supposedly calmed gang fired [|40|] rockets.")]
    [InlineData(FigureStatus.Unsourced, "Front\n\nThe army said it had shelled rebels around Brine, [|30 km|] west of Saltmouth.")]
    [InlineData(FigureStatus.Sourced, "Profit\n\nHarbour Cement's net profit rose 12%, the company said in a filing.\n\nRevenue was [|Dh4.1bn|] in the quarter.")]
    [InlineData(FigureStatus.Unsourced, "Profit\n\nHarbour Cement's net profit rose 12%, the company said in a filing.\n\nThe mill stands on [|40 hectares|] of marsh.")]
    [InlineData(FigureStatus.Unsourced, "Trial\n\nThe prosecution had called [|22|] witnesses.")]
    [InlineData(FigureStatus.Sourced, "Worth\n\nFinch claims he's worth [|$4 billion|].")]
    [InlineData(FigureStatus.Sourced, "Baby\n\nA [|14-pound|] boy was born at the island's clinic, reports the Tidal Gazette this morning.")]
    [InlineData(FigureStatus.Sourced, "Ferry\n\nMoss went on, pointing to a Tidal Gazette report that [|300|] islanders had left.")]
    [InlineData(FigureStatus.Sourced, "Poll\n\nThe mayor leads by six points, a Harbour Research poll shows.\n\nHarbour interviewed [|1,204|] adults by telephone.")]
    [InlineData(FigureStatus.Exempt, "Seats\n\nThe guests kept away from the [|only two|] empty benches.")]
    [InlineData(FigureStatus.Unsourced, "War\n\nThe army pushed on, seizing [|four|] forts by the lake.")]
    [InlineData(FigureStatus.Unsourced, "Flood\n\nIn the valley [|three|] bridges were washed away.")]
    [InlineData(FigureStatus.Exempt, "Flood\n\nThe flood reached homes in [|five|] wards and washed away a bridge.")]
    [InlineData(FigureStatus.Unsourced, "Truce\n\nMinister Orla Finch announced a truce to end a revolt that has killed [|thousands|] of people.")]
    [InlineData(FigureStatus.Unsourced, "Leak\n\nStations ran it all day, each citing the Tidal Gazette; a tag with the mayor's name drew [|40,000|] posts.")]
    [InlineData(FigureStatus.Vague, "Club\n\nUsers on X claimed [|600|] fans had been turned away.")]
    [InlineData(FigureStatus.Vague, "Club\n\nWhispers in the stands put the debt at [|N40 million|].")]
    [InlineData(FigureStatus.Vague, "Losses\n\nVarious estimates put the losses at [|$80m|].")]
    [InlineData(FigureStatus.Vague, "School\n\nA WhatsApp message claims that [|19|] pupils are missing.")]
    [InlineData(FigureStatus.Vague, "Camp\n\nIt is feared that [|up to 200|] people are ill.")]
    [InlineData(FigureStatus.Vague, "Fever\n\nNurses who did not wish to be named said the true number of cases was [|at least 400|].")]
    [InlineData(FigureStatus.Vague, "Mayor\n\nPolls show Mayor Moss ahead by [|12 points|] among ferrymen.")]
    [InlineData(FigureStatus.Unsourced, "Fire\n\n[|Eight|] homes have been lost.")]
    [InlineData(FigureStatus.Unsourced, "Relief\n\nThe Red Cross report counted $26 million in gifts. Meanwhile, Mayor Orla Finch moved [|$81 million|] from the road fund.")]
    [InlineData(FigureStatus.Sourced, "Pay\n\nHarbour chiefs earned more than the mayor, according to an analysis by the Tide League.\n\nThe highest paid was Ines Roe, who took home [|£190,400|].")]
    [InlineData(FigureStatus.Exempt, "Wins\n\nFinch has won [|only two|] wards by more than a nose: his home ward of Brine and the quay.")]
    [InlineData(FigureStatus.Exempt, "Seats\n\n[|At least four|] senators object: Orla Finch, Ada Moss, Ines Roe and Kit Vance.")]
    public void Is_resolved(FigureStatus status, string markup)
    {
        var article = MarkedArticle.Parse(markup);
        var figure = Assert.Single(article.Facts.Figures, figure => figure.Span.Overlaps(article.Marked[0]));
        Assert.Equal((status, article.Facts.Article.GetText(figure.Span)), (figure.Status, Expected(status, figure, article)));
    }

    // What is exempt is reported nowhere, so its exact span is nobody's business.
    private static string Expected(FigureStatus status, Figure figure, MarkedArticle article) =>
        article.Facts.Article.GetText(status == FigureStatus.Exempt ? figure.Span : article.Marked[0]);
}
