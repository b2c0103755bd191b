using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Analysis;

/// <summary>Stands for an analyzer that runs in another process; the driver holds what it says to the rules that hold for all.</summary>
public abstract class RemoteAnalyzer : ArticleAnalyzer
{
    private readonly string? _fault;

    /// <param name="name">Name of the analyzer's type.</param>
    /// <param name="descriptors">Every rule that it can report.</param>
    /// <param name="fault">What went wrong when it was set up, or null.</param>
    protected RemoteAnalyzer(string name, ImmutableArray<DiagnosticDescriptor> descriptors, string? fault)
    {
        Name = name;
        SupportedDiagnostics = descriptors;
        _fault = fault;
    }

    /// <summary>Name of the analyzer's type.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        if (_fault is not null)
        {
            throw new RemoteFaultException(_fault);
        }
    }

    /// <summary>Analyses an article. Whatever happens to the other process is a notification.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public abstract AnalyzerOutcome Analyze(Article article, RuleSettings settings, CancellationToken cancellationToken);
}

/// <summary>What went wrong in another process, in its words.</summary>
internal sealed class RemoteFaultException(string message) : Exception(message);
