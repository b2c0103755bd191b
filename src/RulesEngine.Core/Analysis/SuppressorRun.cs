using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Analysis;

/// <summary>Lets suppressors silence findings; a suppressor sees what no other one has silenced, and cannot silence errors.</summary>
internal static class SuppressorRun
{
    public static ImmutableArray<Finding> Apply(
        ImmutableArray<DiagnosticSuppressor> suppressors,
        ArticleFacts facts,
        ImmutableArray<Finding> findings,
        ImmutableArray<Notification>.Builder notifications)
    {
        if (suppressors.IsEmpty)
        {
            return findings;
        }

        var suppressed = new Dictionary<Diagnostic, Suppression>(ReferenceEqualityComparer.Instance);
        var open = findings.Where(finding => finding.Severity != DiagnosticSeverity.Error && finding.Suppression is null).Select(finding => finding.Diagnostic).ToList();
        foreach (var suppressor in suppressors)
        {
            try
            {
                suppressor.ReportSuppressions(new Context(facts, open, suppressor, suppressed));
            }
#pragma warning disable CA1031 // Whatever a suppressor throws is a fault of the suppressor, not of the run.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                notifications.Add(new Notification(
                    NotificationIds.RuleThrew,
                    DiagnosticSeverity.Error,
                    $"suppressor {suppressor.GetType().Name} stopped on this article: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}",
                    facts.Article.Path)
                { RedactedMessage = $"suppressor {suppressor.GetType().Name} stopped on this article" });
            }
        }

        return [.. findings.Select(finding => suppressed.TryGetValue(finding.Diagnostic, out var suppression) ? finding with { Suppression = suppression } : finding)];
    }

    private sealed class Context(ArticleFacts facts, List<Diagnostic> open, DiagnosticSuppressor suppressor, Dictionary<Diagnostic, Suppression> suppressed) : SuppressionContext
    {
        public override Article Article => facts.Article;

        public override ArticleFacts Facts => facts;

        public override IReadOnlyList<Diagnostic> Diagnostics => open;

        public override void Suppress(Diagnostic diagnostic, SuppressionDescriptor suppression)
        {
            ArgumentNullException.ThrowIfNull(diagnostic);
            ArgumentNullException.ThrowIfNull(suppression);
            if (!suppressor.SupportedSuppressions.Contains(suppression) || suppression.SuppressedDiagnosticId != diagnostic.Descriptor.Id)
            {
                throw new ArgumentException($"{suppression.Id} cannot silence {diagnostic.Descriptor.Id}");
            }

            if (open.Contains(diagnostic))
            {
                suppressed.TryAdd(diagnostic, new Suppression(SuppressionKind.Suppressor, suppression.Justification, suppression.Id));
            }
        }
    }
}
