using RulesEngine.Cli.Drafts;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting;

namespace RulesEngine.Cli.Checking;

/// <summary>
/// Reads and analyses drafts, several at once, and hands the outcomes over in the order of the drafts. Only the drafts in flight
/// are held. A run of one draft starts no thread.
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
            consume(Check(first, SetUp(first)));
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
                    return Check(draft, analysis);
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

    private DraftOutcome Check(Draft draft, ConfiguredAnalysis analysis)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var notifications = new List<Notification>();
        var since = Timing?.Now ?? 0;
        var article = reader.Read(draft, notifications);
        Timing?.AddPhase("reading", since);
        if (article is null)
        {
            return new DraftOutcome(draft, analysis, null, notifications);
        }

        var result = analysis.Analyze(article, draft.FullPath, Timing, cancellationToken);
        notifications.AddRange(result.Notifications);
        return new DraftOutcome(draft, analysis, result, notifications);
    }
}
