using System.Globalization;
using RulesEngine.Core.Analysis;

namespace RulesEngine.Cli.Output;

/// <summary>The table that <c>--timing</c> prints: the work of each phase and rule over all articles, the most first.</summary>
internal static class TimingTable
{
    public static void Write(RunTiming timing, TextWriter output)
    {
        var entries = timing.Entries;
        var all = entries.Sum(entry => entry.Time.TotalMilliseconds);
        output.WriteLine("     time ms   share  articles  phase or rule");
        foreach (var entry in entries)
        {
            var time = entry.Time.TotalMilliseconds;
            var name = $"{(entry.IsRule ? "rule " : "phase")}  {TerminalText.Clean(entry.Name)}";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time,12:0.000} {(all > 0 ? time / all : 0) * 100,6:0.0}% {entry.Articles,9}  {name}"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all,12:0.000}  100.0%            work of all threads"));
    }
}
