using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Analysis;

/// <summary>
/// Where the time of a run goes, summed over its articles. Beside the results, never in them: those hold no clock. Safe to use from
/// many threads.
/// </summary>
/// <param name="clock">Says what time it is.</param>
public sealed class RunTiming(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(bool IsRule, string Name), (long Ticks, int Articles)> _entries = [];

    /// <summary>A point in time, in ticks of the clock.</summary>
    public long Now => clock.GetTimestamp();

    /// <summary>Ticks of the clock in a second.</summary>
    public long Frequency => clock.TimestampFrequency;

    /// <summary>What was measured: the most time first, then by name.</summary>
    public ImmutableArray<TimingEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return
                [
                    .. _entries.Select(pair => new TimingEntry(pair.Key.Name, pair.Key.IsRule, clock.GetElapsedTime(0, pair.Value.Ticks), pair.Value.Articles))
                        .OrderByDescending(entry => entry.Time)
                        .ThenBy(entry => entry.Name, StringComparer.Ordinal),
                ];
            }
        }
    }

    /// <summary>Adds the work of a rule, or of an analyzer under the ids of its rules, on one article.</summary>
    /// <param name="name">Id or ids.</param>
    /// <param name="ticks">Of the clock.</param>
    public void AddRule(string name, long ticks) => Add((true, name), ticks, articles: 1);

    /// <summary>Adds the work of a phase, from a point in time until now.</summary>
    /// <param name="name">The phase.</param>
    /// <param name="since">When it began.</param>
    /// <param name="articles">How many articles it was about; 0 for work that belongs to the run.</param>
    public void AddPhase(string name, long since, int articles = 1) => Add((false, name), Now - since, articles);

    /// <summary>Computes all facts in the order in which they build on each other, so that none is charged to the rule that asks for it first.</summary>
    internal void Measure(ArticleFacts facts)
    {
        Measure("sentences and tokens", () => facts.Sentences);
        Measure("tags", () => facts.Tags);
        Measure("quotations", () => facts.Quotations);
        Measure("attributions", () => facts.Attributions);
        Measure("times", () => facts.Times);
        Measure("accounts", () => facts.Accounts);
        Measure("figures", () => facts.Figures);
    }

    private void Measure<T>(string name, Func<ImmutableArray<T>> fact)
    {
        var since = Now;
        try
        {
            _ = fact();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The rules that ask for this fact meet it again and are named, as without a clock.
        }

        AddPhase(name, since);
    }

    private void Add((bool IsRule, string Name) key, long ticks, int articles)
    {
        lock (_lock)
        {
            var before = _entries.GetValueOrDefault(key);
            _entries[key] = (before.Ticks + ticks, before.Articles + articles);
        }
    }
}

/// <summary>What one phase or rule took.</summary>
/// <param name="Name">The phase, or the id of the rule; the ids of an analyzer that reports several.</param>
/// <param name="IsRule">False for a phase.</param>
/// <param name="Time">Over all articles.</param>
/// <param name="Articles">On how many it worked.</param>
public sealed record TimingEntry(string Name, bool IsRule, TimeSpan Time, int Articles);
