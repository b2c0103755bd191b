using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Denials;

/// <summary>When a denial was made, set against the claim: before it, after it, or unknown where a date is missing.</summary>
internal enum DenialTiming
{
    /// <summary>One of the dates is not in the article.</summary>
    Unknown,

    /// <summary>The denial is older than the claim.</summary>
    Before,

    /// <summary>The denial is of the day of the claim or later.</summary>
    After,
}

/// <summary>What an editor wants to know of an official denial, for the properties and messages of the rules.</summary>
/// <param name="Denial">The denial.</param>
/// <param name="Target">What is denied, as the sentence has it.</param>
/// <param name="Date">When it was made, or null.</param>
/// <param name="Claim">The sentence that dates the claim, or null.</param>
/// <param name="ClaimDate">When the claim was made, or null.</param>
/// <param name="Scope">full, partial, or other where something else than the story's claim is denied.</param>
internal sealed record DenialAccount(Denial Denial, TextSpan Target, TimeExpression? Date, Sentence? Claim, TimeExpression? ClaimDate, string Scope)
{
    /// <summary>Before or after the claim; a span of days counts where all of it lies on one side.</summary>
    public DenialTiming Timing =>
        Date is not { First: { } first, Last: { } last } || ClaimDate is not { First: { } claimed } ? DenialTiming.Unknown
        : last < claimed ? DenialTiming.Before
        : first >= claimed ? DenialTiming.After
        : DenialTiming.Unknown;

    /// <summary>The properties that the rules report, in their order.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Properties(Article article) =>
    [
        new("denier", article.GetText(Denial.Denier.Span)),
        new("target", article.GetText(Target)),
        new("denierKind", Denial.Denier.Kind),
        new("date", Text(Date)),
        new("claimDate", Text(ClaimDate)),
        new("timing", Timing switch { DenialTiming.Before => "before", DenialTiming.After => "after", _ => "unknown" }),
        new("scope", Scope),
    ];

    /// <summary>The other places that explain the denial.</summary>
    public ImmutableArray<RelatedSpan> Related() => Claim is { } claim && claim != Denial.Sentence ? [new RelatedSpan(claim.Span, "the claim")] : [];

    private static string Text(TimeExpression? time) => time?.First?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
