using RulesEngine.Core.Analysis;
using RulesEngine.Reporting.Formats;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Checking;

/// <summary>Counts a run as it goes.</summary>
internal sealed class RunTally
{
    private readonly int[] _bySeverity = new int[(int)DiagnosticSeverity.Error + 1];
    private int _suppressed;
    private int _baselined;

    public int Articles { get; private set; }

    /// <summary>True where a finding is at or above the level that holds for its article.</summary>
    public bool Fails { get; private set; }

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
                _ = suppression.Kind == SuppressionKind.Baseline ? _baselined++ : _suppressed++;
                continue;
            }

            _bySeverity[(int)finding.Severity]++;
            Fails |= failLevel != DiagnosticSeverity.None && finding.Severity >= failLevel;
        }
    }

    public RunSummary ToSummary() => new(
        Articles,
        _bySeverity[(int)DiagnosticSeverity.Error],
        _bySeverity[(int)DiagnosticSeverity.Warning],
        _bySeverity[(int)DiagnosticSeverity.Suggestion],
        _suppressed,
        _baselined,
        [.. Notifications]);

    public int ToExitCode() =>
        Notifications.Any(notification => notification.Severity == DiagnosticSeverity.Error) ? ExitCodes.Incomplete
        : Fails ? ExitCodes.Findings
        : ExitCodes.Clean;
}
