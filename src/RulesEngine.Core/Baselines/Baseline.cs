using System.Collections.Immutable;

namespace RulesEngine.Core.Baselines;

/// <summary>
/// The findings that are known today: how often each occurs, by article and <see cref="BaselineKey"/>. Holds hashes and no text
/// of the articles. Immutable, in ordinal order.
/// </summary>
public sealed class Baseline
{
    private static readonly ImmutableSortedDictionary<BaselineKey, int> NoKeys = ImmutableSortedDictionary<BaselineKey, int>.Empty;

    /// <summary>Nothing is known.</summary>
    public static Baseline Empty { get; } = new(ImmutableSortedDictionary.Create<string, ImmutableSortedDictionary<BaselineKey, int>>(StringComparer.Ordinal));

    private readonly ImmutableSortedDictionary<string, ImmutableSortedDictionary<BaselineKey, int>> _articles;

    private Baseline(ImmutableSortedDictionary<string, ImmutableSortedDictionary<BaselineKey, int>> articles) => _articles = articles;

    /// <summary>Paths of the articles that have entries, in ordinal order.</summary>
    public IEnumerable<string> Paths => _articles.Keys;

    /// <summary>Number of findings that are known.</summary>
    public int Count => _articles.Values.Sum(keys => keys.Values.Sum());

    /// <summary>What is known of an article, with how often.</summary>
    public ImmutableSortedDictionary<BaselineKey, int> this[string path] => _articles.GetValueOrDefault(path, NoKeys);

    /// <summary>Says what is known of an article and how often it occurs; what was known of it before is forgotten.</summary>
    /// <param name="path">The article, as outputs name it.</param>
    /// <param name="counts">Each key once; a count below one is no entry.</param>
    public Baseline With(string path, IEnumerable<KeyValuePair<BaselineKey, int>> counts)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(counts);
        var known = NoKeys.AddRange(counts.Where(pair => pair.Value > 0));
        return new Baseline(known.IsEmpty ? _articles.Remove(path) : _articles.SetItem(path, known));
    }
}

/// <summary>A finding as the baseline knows it: never by line.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Fingerprint">Of rule, normalised text and context: <see cref="Analysis.Fingerprint"/>.</param>
public readonly record struct BaselineKey(string Rule, string Fingerprint) : IComparable<BaselineKey>
{
    /// <inheritdoc/>
    public int CompareTo(BaselineKey other) =>
        string.CompareOrdinal(Rule, other.Rule) is not 0 and var order ? order : string.CompareOrdinal(Fingerprint, other.Fingerprint);

    /// <summary>Ordinal.</summary>
    public static bool operator <(BaselineKey left, BaselineKey right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal.</summary>
    public static bool operator >(BaselineKey left, BaselineKey right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal.</summary>
    public static bool operator <=(BaselineKey left, BaselineKey right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal.</summary>
    public static bool operator >=(BaselineKey left, BaselineKey right) => left.CompareTo(right) >= 0;
}
