using RulesEngine.Cli.Drafts;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Checking;

/// <summary>
/// Reads and analyses drafts, several at once, and hands the outcomes over in the order of the drafts. Only the drafts in flight
/// are held.
/// </summary>
internal sealed class DraftPipeline(AnalysisHost host, DraftReader reader, int jobs, CancellationToken cancellationToken)
{
    /// <summary>Drafts that may wait for an earlier one, for each job.</summary>
    private const int AheadPerJob = 4;

    /// <summary>Takes the time of each phase and rule; null to measure nothing.</summary>
    public RunTiming? Timing { get; init; }

    /// <exception cref="OperationCanceledException">The run was cancelled; what was handed over before is complete.</exception>
    public void Run(IEnumerable<Draft> drafts, Action<DraftOutcome> consume)
    {
        using var rest = drafts.GetEnumerator();
        if (!rest.MoveNext())
        {
            return;
        }

        var first = rest.Current;
        if (!rest.MoveNext())
        {
            // Read while the analysis is set up.
            var reading = Task.Run(() => Read(first));
            var analysis = SetUp(first);
            consume(Analyze(first, reading.GetAwaiter().GetResult(), analysis));
        }
        else
        {
            RunAtOnce(first, rest, consume);
        }
    }

    private void RunAtOnce(Draft first, IEnumerator<Draft> rest, Action<DraftOutcome> consume)
    {
        using var slots = new SemaphoreSlim(jobs);
        var waiting = new Queue<Task<DraftOutcome>>();
        waiting.Enqueue(Start(first, slots));
        do
        {
            waiting.Enqueue(Start(rest.Current, slots));
            while (waiting.Count >= jobs * AheadPerJob || (waiting.TryPeek(out var head) && head.IsCompleted))
            {
                consume(waiting.Dequeue().GetAwaiter().GetResult());
            }
        }
        while (rest.MoveNext());

        while (waiting.TryDequeue(out var task))
        {
            consume(task.GetAwaiter().GetResult());
        }
    }

    private Task<DraftOutcome> Start(Draft draft, SemaphoreSlim slots)
    {
        var analysis = SetUp(draft);
        slots.Wait(cancellationToken);
        return Task.Run(
            () =>
            {
                try
                {
                    return Analyze(draft, Read(draft), analysis);
                }
                finally
                {
                    slots.Release();
                }
            },
            CancellationToken.None);
    }

    private ConfiguredAnalysis SetUp(Draft draft)
    {
        var since = Timing?.Now ?? 0;
        var analysis = host.For(draft.FullPath);
        Timing?.AddPhase("configuration, rule sets and plugins", since);
        return analysis;
    }

    private ReadDraft Read(Draft draft)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var notifications = new List<Notification>();
        var since = Timing?.Now ?? 0;
        var article = reader.Read(draft, notifications);
        Timing?.AddPhase("reading", since);
        return new ReadDraft(article, notifications);
    }

    private DraftOutcome Analyze(Draft draft, ReadDraft read, ConfiguredAnalysis analysis)
    {
        if (read.Article is null)
        {
            return new DraftOutcome(draft, analysis, null, read.Notifications);
        }

        var result = analysis.Analyze(read.Article, draft.FullPath, Timing, cancellationToken);
        read.Notifications.AddRange(result.Notifications);
        return new DraftOutcome(draft, analysis, result, read.Notifications);
    }

    private sealed record ReadDraft(Article? Article, List<Notification> Notifications);
}
