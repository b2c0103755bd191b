using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Analysis;

/// <summary>One suppressor at work on the findings of one article: collects what it silences and refuses what it may not silence.</summary>
internal sealed class SuppressorRun
{
    private readonly SuppressorRunner _suppressor;
    private readonly RuleSettings _settings;
    private readonly ImmutableArray<Diagnostic> _diagnostics;
    private readonly Dictionary<Diagnostic, SuppressionDescriptor?> _suppressed = new(ReferenceEqualityComparer.Instance);
    private readonly Context _context;

    public SuppressorRun(SuppressorRunner suppressor, ArticleFacts facts, ImmutableArray<Diagnostic> diagnostics, RuleSettings settings, CancellationToken cancellation)
    {
        _suppressor = suppressor;
        _settings = settings;
        _diagnostics = diagnostics;
        foreach (var diagnostic in diagnostics)
        {
            _suppressed[diagnostic] = null;
        }

        _context = new Context(this, facts, cancellation);
    }

    /// <summary>What the suppressor threw, or null.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public Exception? Execute() =>
        ForeignCode.Run(() => _suppressor.Registration.Suppressor.ReportSuppressions(_context), _context.CancellationToken);

    /// <summary>What was silenced, in the order of the findings.</summary>
    public IReadOnlyList<SuppressedDiagnostic> GetSuppressed()
    {
        var suppressed = new List<SuppressedDiagnostic>();
        for (var i = 0; i < _diagnostics.Length; i++)
        {
            if (_suppressed[_diagnostics[i]] is { } suppression)
            {
                suppressed.Add(new SuppressedDiagnostic(i, suppression));
            }
        }

        return suppressed;
    }

    /// <exception cref="InvalidDiagnosticException">The suppressor may not do that.</exception>
    public void Suppress(Diagnostic diagnostic, SuppressionDescriptor suppression)
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

        if (!_suppressed.TryGetValue(diagnostic, out var earlier))
        {
            throw new InvalidDiagnosticException($"applied {suppression.Id} to a finding that is not one of this article's");
        }

        if (_settings.IsSuppressionEnabled(suppression.Id))
        {
            _suppressed[diagnostic] = earlier ?? suppression;
        }
    }

    private sealed class Context(SuppressorRun run, ArticleFacts facts, CancellationToken cancellation) : SuppressionContext
    {
        public override Article Article => facts.Article;

        public override ArticleFacts Facts => facts;

        public override ILexicons Lexicons => run._suppressor.Registration.Lexicons;

        public override CancellationToken CancellationToken => cancellation;

        public override IReadOnlyList<Diagnostic> Diagnostics => run._diagnostics;

        public override void Suppress(Diagnostic diagnostic, SuppressionDescriptor suppression) => run.Suppress(diagnostic, suppression);
    }
}
