using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Times;

/// <summary>A date as written, not yet resolved. Zero stands for a part that is not there.</summary>
internal sealed record TimeCandidate(int First, int End, TimeKind Kind)
{
    public int Day { get; init; }

    /// <summary>Last day of "July 3-5"; zero for a single day.</summary>
    public int LastDay { get; init; }

    public int Month { get; init; }

    public int Year { get; init; }

    /// <summary>Last year of "1980s" or "2010-2011"; zero for a single year.</summary>
    public int LastYear { get; init; }

    /// <summary>1 is Monday.</summary>
    public int Weekday { get; init; }

    /// <summary>-1 for "last", 1 for "next", 0 for neither.</summary>
    public int Direction { get; init; }

    public RelativeTime Relative { get; init; } = RelativeTime.None;

    /// <summary>True where the sentence speaks of what is to come.</summary>
    public bool IsFuture { get; init; }
}
