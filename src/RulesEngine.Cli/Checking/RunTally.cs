using RulesEngine.Core.Analysis;
using RulesEngine.Reporting.Formats;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Checking;

/// <summary>Counts a run as it goes.</summary>
/// <param name="maximumWarnings">Most warnings that are let pass; null for any number.</param>
internal sealed class RunTally(int? maximumWarnings)
{
    private readonly int[] _bySeverity = new int[(int)DiagnosticSeverity.Error + 1];
    private int _suppressed;
    private int _baselined;
    private int _unchanged;
    private bool _fails;

    public int Articles { get; private set; }

    public List<Notification> Notifications { get; } = [];

    /// <param name="result">The article.</param>
    /// <param name="failLevel">None for never.</param>
    public void Add(ArticleResult result, DiagnosticSeverity failLevel)
    {
        Articles++;
        foreach (var finding in result.Findings)
        {
            if (finding.Suppression is { } suppression)
            {
                _ = suppression.Kind switch
                {
                    SuppressionKind.Baseline => _baselined++,
                    SuppressionKind.UnchangedLines => _unchanged++,
                    _ => _suppressed++,
                };
                continue;
            }

            _bySeverity[(int)finding.Severity]++;
            _fails |= failLevel != DiagnosticSeverity.None && finding.Severity >= failLevel;
        }
    }

    /// <param name="problems">What went wrong besides <see cref="Notifications"/>.</param>
    public RunSummary ToSummary(IEnumerable<Notification> problems) => new(
        Articles,
        _bySeverity[(int)DiagnosticSeverity.Error],
        _bySeverity[(int)DiagnosticSeverity.Warning],
        _bySeverity[(int)DiagnosticSeverity.Suggestion],
        _suppressed,
        _baselined,
        [.. Notifications, .. problems])
    {
        Unchanged = _unchanged,
    };

    public int ToExitCode() =>
        Notifications.Any(notification => notification.Severity == DiagnosticSeverity.Error) ? ExitCodes.Incomplete
        : _fails || _bySeverity[(int)DiagnosticSeverity.Warning] > maximumWarnings ? ExitCodes.Findings
        : ExitCodes.Clean;
}
