using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Analysis;

/// <summary>Stands for a suppressor that runs in another process; the driver holds what it says to the rules that hold for all.</summary>
public abstract class RemoteSuppressor : DiagnosticSuppressor
{
    /// <param name="name">Name of the suppressor's type.</param>
    /// <param name="suppressions">Every suppression that it can apply.</param>
    /// <param name="fault">What went wrong when it was set up, or null.</param>
    protected RemoteSuppressor(string name, ImmutableArray<SuppressionDescriptor> suppressions, string? fault)
    {
        Name = name;
        SupportedSuppressions = suppressions;
        Fault = fault;
    }

    /// <summary>Name of the suppressor's type.</summary>
    public string Name { get; }

    /// <summary>What went wrong when it was set up, or null.</summary>
    public string? Fault { get; }

    /// <inheritdoc/>
    public sealed override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; }

    /// <summary>Never called: the driver asks <see cref="Suppress"/>, which can say what happened to the other process.</summary>
    public sealed override void ReportSuppressions(SuppressionContext context) => throw new InvalidOperationException("a suppressor of another process is asked with Suppress");

    /// <summary>Asks which findings of an article it silences. Whatever happens to the other process is a notification.</summary>
    /// <param name="article">The article.</param>
    /// <param name="diagnostics">The findings; the answer names them by their index.</param>
    /// <param name="settings">Which suppressions are on.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public abstract SuppressorOutcome Suppress(Article article, ImmutableArray<Diagnostic> diagnostics, RuleSettings settings, CancellationToken cancellationToken);
}
