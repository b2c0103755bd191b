using System.Diagnostics;
using System.Globalization;

namespace RulesEngine.Cli.Checking;

/// <summary>A line that counts, on a terminal and only when a run is long.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private readonly bool _isSeen = !Console.IsErrorRedirected;
    private readonly long _begin = Stopwatch.GetTimestamp();
    private TimeSpan _next = Patience;
    private bool _isShown;

    public void Report(int articles)
    {
        if (!_isSeen || Stopwatch.GetElapsedTime(_begin) is var elapsed && elapsed < _next)
        {
            return;
        }

        _next = elapsed + Pace;
        _isShown = true;
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{articles} articles checked, {articles / elapsed.TotalSeconds:0} a second "));
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (_isShown)
        {
            Console.Error.Write("\r\e[K");
        }
    }
}
