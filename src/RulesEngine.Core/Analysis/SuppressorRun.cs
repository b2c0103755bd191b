using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Analysis;

/// <summary>
/// One suppressor at work on the findings of one article. It sees what nothing else has silenced, errors left out; what it
/// silenced counts only when it has returned.
/// </summary>
internal sealed class SuppressorRun
{
    private readonly RegisteredSuppressor _suppressor;
    private readonly RuleSettings _settings;
    private readonly List<Diagnostic> _open;
    private readonly Dictionary<Diagnostic, Suppression> _suppressed = new(ReferenceEqualityComparer.Instance);
    private readonly Context _context;

    public SuppressorRun(RegisteredSuppressor suppressor, ArticleFacts facts, ImmutableArray<Finding> findings, RuleSettings settings, CancellationToken cancellation)
    {
        _suppressor = suppressor;
        _settings = settings;
        _open = [.. findings.Where(finding => finding.Severity != DiagnosticSeverity.Error && finding.Suppression is null).Select(finding => finding.Diagnostic)];
        _context = new Context(this, facts, cancellation);
    }

    /// <summary>False where there is nothing to silence, or all its suppressions are switched off.</summary>
    public bool IsNeeded => _suppressor.Suppressions.Any(suppression => _settings.IsSuppressionEnabled(suppression.Id) && _open.Exists(diagnostic => diagnostic.Descriptor.Id == suppression.SuppressedDiagnosticId));

    /// <summary>What the suppressor threw, or null.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Exception? Run() =>
        ForeignCode.Run(() => _suppressor.Registration.Suppressor.ReportSuppressions(_context), _context.CancellationToken);

    /// <summary>The findings with what was silenced marked.</summary>
    public ImmutableArray<Finding> Apply(ImmutableArray<Finding> findings) => _suppressed.Count == 0
        ? findings
        : [.. findings.Select(finding => _suppressed.TryGetValue(finding.Diagnostic, out var suppression) ? finding with { Suppression = suppression } : finding)];

    private void Suppress(Diagnostic diagnostic, SuppressionDescriptor suppression)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        ArgumentNullException.ThrowIfNull(suppression);
        if (!_suppressor.Suppressions.Contains(suppression))
        {
            throw new InvalidDiagnosticException($"applied {suppression.Id}, which it does not list in SupportedSuppressions");
        }

        if (suppression.SuppressedDiagnosticId != diagnostic.Descriptor.Id)
        {
            throw new InvalidDiagnosticException($"applied {suppression.Id}, which silences {suppression.SuppressedDiagnosticId}, to a finding of {diagnostic.Descriptor.Id}");
        }

        if (!_open.Exists(each => ReferenceEquals(each, diagnostic)))
        {
            throw new InvalidDiagnosticException($"applied {suppression.Id} to a finding that is not one of this article's");
        }

        if (_settings.IsSuppressionEnabled(suppression.Id))
        {
            _suppressed.TryAdd(diagnostic, new Suppression(SuppressionKind.Suppressor, suppression.Justification, suppression.Id));
        }
    }

    private sealed class Context(SuppressorRun run, ArticleFacts facts, CancellationToken cancellation) : SuppressionContext
    {
        public override Article Article => facts.Article;

        public override ArticleFacts Facts => facts;

        public override ILexicons Lexicons => run._suppressor.Registration.Lexicons;

        public override CancellationToken CancellationToken => cancellation;

        public override IReadOnlyList<Diagnostic> Diagnostics => run._open;

        public override void Suppress(Diagnostic diagnostic, SuppressionDescriptor suppression) => run.Suppress(diagnostic, suppression);
    }
}
