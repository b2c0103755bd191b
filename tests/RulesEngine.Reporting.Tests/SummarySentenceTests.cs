using System.Collections.Immutable;
using RulesEngine.Reporting.Articles;
using RulesEngine.Sdk;

namespace RulesEngine.Reporting.Tests;

/// <summary>Figures are written as letters: s sourced, v vague, u unsourced. Findings by their properties: "account=quay,platform=X | denier=the army".</summary>
public sealed class SummarySentenceTests
{
    [Theory]
    [InlineData("", "", 0, "Nothing to flag.")]
    [InlineData("", "", 1, "1 finding is suppressed.")]
    [InlineData("s", "", 0, "The only figure has a source; nothing to flag.")]
    [InlineData("ss", "", 0, "Both figures have a source; nothing to flag.")]
    [InlineData("sss", "", 0, "All 3 figures have a source; nothing to flag.")]
    [InlineData("ssu", "", 2, "1 of 3 figures has no source; 2 findings are suppressed.")]
    [InlineData("u", "status=unsourced", 0, "The only figure has no source.")]
    [InlineData("uu", "status=unsourced", 0, "Neither of the 2 figures has a source.")]
    [InlineData("uuu", "status=unsourced", 0, "None of the 3 figures has a source.")]
    [InlineData("v", "status=vague", 0, "The only figure has only a vague source.")]
    [InlineData("vv", "status=vague", 0, "Both figures have only a vague source.")]
    [InlineData("vvv", "status=vague", 0, "All 3 figures have only a vague source.")]
    [InlineData("svs", "status=vague", 0, "1 of 3 figures has only a vague source.")]
    [InlineData("svv", "status=vague", 0, "2 of 3 figures have only a vague source.")]
    [InlineData("suu", "status=unsourced", 0, "2 of 3 figures have no source.")]
    [InlineData("uv", "status=vague", 0, "1 of 2 figures has no source and the other only a vague one.")]
    [InlineData("uvv", "status=vague", 0, "1 of 3 figures has no source and the other 2 only a vague one.")]
    [InlineData("suuv", "status=vague", 0, "2 of 4 figures have no source and 1 only a vague one.")]
    [InlineData("", "account=quay,platform=X", 0, "The claim rests on one X account.")]
    [InlineData("", "account=quay", 0, "The claim rests on one account.")]
    [InlineData("", "account=quay | account=mole", 0, "2 claims rest on one account each.")]
    [InlineData("", "denier=The army", 0, "The army’s denial is on record.")]
    [InlineData("", "denier=the police", 0, "The police’s denial is on record.")]
    [InlineData("", "denier=United Ferries", 0, "United Ferries’ denial is on record.")]
    [InlineData("", "denier=a spokesman for the harbour", 0, "The denial by a spokesman for the harbour is on record.")]
    [InlineData("", "denier=A statement from the Harbour Office (HO)", 0, "The denial by the Harbour Office (HO) is on record.")]
    [InlineData("", "denier=The board | denier=the board", 0, "The board’s denial is on record.")]
    [InlineData("", "denier=The board | denier=Ana Ruiz", 0, "The denials by the board and Ana Ruiz are on record.")]
    [InlineData("", "denier=a | denier=b | denier=c", 0, "3 parties have denials on record.")]
    [InlineData("", "denier=The board | position=0.8", 0, "The board’s denial stands late in the text.")]
    [InlineData("", "denier=The board | denier=Ana Ruiz | position=0.8", 0, "The denials by the board and Ana Ruiz stand late in the text.")]
    [InlineData("", "denier=The army,timing=before,date=2025-05-04,claimDate=2025-05-05", 0, "The army’s denial is a day older than the claim.")]
    [InlineData("", "denier=The army,timing=before,date=2025-05-01,claimDate=2025-05-05", 0, "The army’s denial is 4 days older than the claim.")]
    [InlineData("", "denier=The army,timing=before", 0, "The army’s denial is older than the claim.")]
    [InlineData("", "reference=flood", 0, "One comparison with history is loaded.")]
    [InlineData("", "reference=flood | reference=siege", 0, "2 comparisons with history are loaded.")]
    [InlineData("", "other=1", 0, "1 note on the text.")]
    [InlineData("s", "other=1 | other=2", 0, "The only figure has a source; 2 further notes on the text.")]
    [InlineData("uuuusss", "status=unsourced | account=quay,platform=X | denier=the army,timing=before,date=2025-05-04,claimDate=2025-05-05", 0, "4 of 7 figures have no source; the claim rests on one X account; the army’s denial is a day older than the claim.")]
    public void The_report_in_one_sentence(string figures, string findings, int suppressed, string sentence) =>
        Assert.Equal(sentence, SummarySentence.Of(Findings(findings), figures.Select(Status), new SetAside(suppressed, 0, 0), Gap.None));

    [Theory]
    [InlineData(0, 1, 0, "1 finding is known to the baseline.")]
    [InlineData(1, 2, 3, "1 finding is suppressed; 2 findings are known to the baseline; 3 findings stand on lines that did not change.")]
    [InlineData(0, 0, 1, "1 finding stands on lines that did not change.")]
    public void What_is_set_aside_is_counted_by_its_reason(int suppressed, int baselined, int unchanged, string sentence) =>
        Assert.Equal(sentence, SummarySentence.Of([], [], new SetAside(suppressed, baselined, unchanged), Gap.None));

    [Theory]
    [InlineData(nameof(Gap.Language), "", 0, "The draft is not in English, so only rules for any language were run; what was checked has nothing to flag.")]
    [InlineData(nameof(Gap.Language), "", 1, "The draft is not in English, so only rules for any language were run; what was checked has nothing to flag; 1 finding is suppressed.")]
    [InlineData(nameof(Gap.Language), "other=1", 0, "The draft is not in English, so only rules for any language were run; 1 further note on the text.")]
    [InlineData(nameof(Gap.Failure), "", 0, "Not everything could be checked; what was checked has nothing to flag.")]
    public void A_report_never_sounds_as_if_all_had_been_checked(string gap, string findings, int suppressed, string sentence) =>
        Assert.Equal(sentence, SummarySentence.Of(Findings(findings), [], new SetAside(suppressed, 0, 0), Enum.Parse<Gap>(gap)));

    private static FigureStatus Status(char letter) => letter switch
    {
        's' => FigureStatus.Sourced,
        'v' => FigureStatus.Vague,
        _ => FigureStatus.Unsourced,
    };

    private static IEnumerable<Diagnostic> Findings(string text) => text
        .Split(" | ", StringSplitOptions.RemoveEmptyEntries)
        .Select(finding => Diagnostic.Create(Sample.Rule, new TextSpan(0, 1), "x") with
        {
            Properties = [.. finding.Split(',').Select(pair => pair.Split('=')).Select(pair => KeyValuePair.Create(pair[0], pair[1]))],
        });
}
