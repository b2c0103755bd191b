using RulesEngine.Hosting;
using RulesEngine.Reporting.Formats;

namespace RulesEngine.Cli;

/// <summary>
/// Readies on a second thread what a check will need (word lists, the YAML reader, the writer of JSON), while the first one parses
/// the command line and reads rule sets. Most of the time of one article is spent on code and lists that are used for the first
/// time; what is readied here and then not needed costs processor time, and nobody waits for it.
/// </summary>
internal static class WarmUp
{
    // One article takes less; without it, a collection in the middle of a start costs a tenth of the run.
    private const long Uncollected = 32 << 20;

    /// <summary>Starts it where the command line asks for a check; returns at once.</summary>
    public static void StartFor(string[] arguments)
    {
        if (arguments is ["check", ..])
        {
            if (Environment.Is64BitProcess && GC.GetGCMemoryInfo().TotalAvailableMemoryBytes > 8 * Uncollected)
            {
                GC.TryStartNoGCRegion(Uncollected);
            }

            // What fails here fails again where it is needed, and is said there.
            _ = Task.Factory.StartNew(() => Run(arguments), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    private static void Run(string[] arguments)
    {
        // The pool starts with its first task, which need not be one that somebody waits for.
        ThreadPool.UnsafeQueueUserWorkItem(static _ => { }, null);
        AnalysisHost.WarmUpReaders();
        if (Array.Exists(arguments, argument => argument.Contains("json", StringComparison.Ordinal)))
        {
            using var format = RunFormats.Create("json", Stream.Null, new RunInfo("", []));
            format.Complete(new RunSummary(0, 0, 0, 0, 0, 0, []));
        }

        if (!Array.Exists(arguments, AnalysisHost.IsForVale) && !File.Exists(".vale.ini"))
        {
            AnalysisHost.WarmUpFacts();
        }
    }
}
