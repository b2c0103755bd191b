namespace RulesEngine.Sdk;

/// <summary>A date or a time relative to one.</summary>
/// <param name="Span">The words: "July 16", "on Tuesday", "last week".</param>
/// <param name="Kind">How it is expressed.</param>
/// <param name="First">First day it can mean, where it can be resolved with the article's date; otherwise null.</param>
/// <param name="Last">Last day it can mean; the same as <paramref name="First"/> for a day.</param>
/// <param name="Sentence">The sentence that it stands in.</param>
public sealed record TimeExpression(TextSpan Span, TimeKind Kind, DateOnly? First, DateOnly? Last, Sentence Sentence);

/// <summary>How a time is expressed.</summary>
public enum TimeKind
{
    /// <summary>Day, month and year.</summary>
    Date,

    /// <summary>Day and month without a year.</summary>
    MonthDay,

    /// <summary>Month, with or without a year.</summary>
    Month,

    /// <summary>Year alone.</summary>
    Year,

    /// <summary>Day of the week.</summary>
    Weekday,

    /// <summary>"Yesterday", "last week", "two days earlier".</summary>
    Relative,
}
