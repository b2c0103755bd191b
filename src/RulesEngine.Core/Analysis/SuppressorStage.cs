using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Analysis;

/// <summary>The suppressors of a run, one after the other. Each sees what nothing else has silenced, errors left out.</summary>
internal sealed class SuppressorStage
{
    private readonly ImmutableArray<SuppressorRunner> _suppressors;

    private SuppressorStage(ImmutableArray<SuppressorRunner> suppressors) => _suppressors = suppressors;

    /// <summary>Every suppression that can apply, in the order of the suppressors.</summary>
    public IEnumerable<SuppressionInfo> Suppressions =>
        _suppressors.SelectMany(suppressor => suppressor.Suppressions.Select(suppression => new SuppressionInfo(suppression, suppressor.Registration.Origin)));

    /// <param name="suppressors">In the order in which they are to run.</param>
    /// <param name="budget">Time that a watched suppressor may take for one article.</param>
    /// <param name="origins">Where each id comes from; filled here.</param>
    /// <param name="notifications">Takes what went wrong.</param>
    public static SuppressorStage Create(IEnumerable<SuppressorRegistration> suppressors, TimeSpan budget, Dictionary<string, string> origins, ImmutableArray<Notification>.Builder notifications)
    {
        var registered = ImmutableArray.CreateBuilder<SuppressorRunner>();
        foreach (var registration in suppressors)
        {
            var name = SuppressorRunner.NameOf(registration);
            SuppressorRunner? suppressor = null;
            if (ForeignCode.Run(() => suppressor = SuppressorRunner.Create(registration, budget)) is { } thrown)
            {
                notifications.Add(new Notification(
                    NotificationIds.RuleThrew,
                    DiagnosticSeverity.Error,
                    $"{name} failed while it was set up and does not run: {FaultText.Describe(thrown, registration.Suppressor)}"));
            }
            else if (suppressor!.Suppressions.FirstOrDefault(suppression => origins.ContainsKey(suppression.Id)) is { } duplicate)
            {
                notifications.Add(new Notification(
                    NotificationIds.DuplicateRule,
                    DiagnosticSeverity.Error,
                    $"suppression {duplicate.Id} of {registration.Origin} has an id of {origins[duplicate.Id]}; {name} was not loaded: give one of them another id or switch one plugin off"));
            }
            else
            {
                foreach (var suppression in suppressor.Suppressions)
                {
                    origins.TryAdd(suppression.Id, registration.Origin);
                }

                registered.Add(suppressor);
            }
        }

        return new SuppressorStage(registered.ToImmutable());
    }

    /// <summary>The findings with what the suppressors silenced marked.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public ImmutableArray<Finding> Apply(
        ArticleFacts facts,
        ImmutableArray<Finding> findings,
        RuleSettings settings,
        ImmutableArray<Notification>.Builder notifications,
        CancellationToken cancellationToken)
    {
        foreach (var suppressor in _suppressors)
        {
            var (open, positions) = FindOpen(findings);
            if (!IsNeeded(suppressor, open, settings))
            {
                continue;
            }

            var outcome = suppressor.Run(facts, open, settings, cancellationToken);
            notifications.AddRange(outcome.Notifications);
            findings = Mark(findings, positions, outcome.Suppressed);
        }

        return findings;
    }

    /// <summary>The findings that can be silenced, and where they stand among all.</summary>
    private static (ImmutableArray<Diagnostic> Open, List<int> Positions) FindOpen(ImmutableArray<Finding> findings)
    {
        var (open, positions) = (ImmutableArray.CreateBuilder<Diagnostic>(), new List<int>());
        for (var i = 0; i < findings.Length; i++)
        {
            if (findings[i] is { Suppression: null } finding && finding.Severity != DiagnosticSeverity.Error)
            {
                open.Add(finding.Diagnostic);
                positions.Add(i);
            }
        }

        return (open.ToImmutable(), positions);
    }

    /// <summary>False where there is nothing to silence, or all suppressions are switched off.</summary>
    private static bool IsNeeded(SuppressorRunner suppressor, ImmutableArray<Diagnostic> open, RuleSettings settings)
    {
        foreach (var suppression in suppressor.Suppressions)
        {
            if (settings.IsSuppressionEnabled(suppression.Id) && open.Any(diagnostic => diagnostic.Descriptor.Id == suppression.SuppressedDiagnosticId))
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<Finding> Mark(ImmutableArray<Finding> findings, List<int> positions, IReadOnlyList<SuppressedDiagnostic> suppressed)
    {
        if (suppressed.Count == 0)
        {
            return findings;
        }

        var marked = findings.ToBuilder();
        foreach (var (index, suppression) in suppressed)
        {
            marked[positions[index]] = marked[positions[index]] with { Suppression = new Suppression(SuppressionKind.Suppressor, suppression.Justification, suppression.Id) };
        }

        return marked.ToImmutable();
    }
}
