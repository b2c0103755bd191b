using System.Diagnostics;
using System.Globalization;

namespace RulesEngine.Cli.Checking;

/// <summary>A line that counts, on a terminal and only when a run is long.</summary>
/// <param name="countAll">How many articles there are; asked once, on another thread, and only where the line is shown.</param>
internal sealed class Progress(Func<int> countAll) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private readonly bool _isSeen = !Console.IsErrorRedirected;
    private readonly long _begin = Stopwatch.GetTimestamp();
    private TimeSpan _next = Patience;
    private Task<int>? _all;

    public void Report(int articles)
    {
        if (!_isSeen || Stopwatch.GetElapsedTime(_begin) is var elapsed && elapsed < _next)
        {
            return;
        }

        _next = elapsed + Pace;
        _all ??= Task.Run(countAll);
        Console.Error.Write($"\r{Describe(articles, _all.IsCompletedSuccessfully ? _all.Result : null, elapsed)}\e[K");
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (_all is not null)
        {
            Console.Error.Write("\r\e[K");
            _all = null;
        }
    }

    private static string Describe(int articles, int? all, TimeSpan elapsed)
    {
        var rate = articles / elapsed.TotalSeconds;
        return all is { } total && total > articles && articles > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{articles} of {total} articles, {rate:0} a second, {TimeSpan.FromSeconds((total - articles) / rate):h\\:mm\\:ss} left ")
            : string.Create(CultureInfo.InvariantCulture, $"{articles} articles, {rate:0} a second ");
    }
}
