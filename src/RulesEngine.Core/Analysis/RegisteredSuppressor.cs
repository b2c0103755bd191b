using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Analysis;

/// <summary>A suppressor as the host hands it to the driver.</summary>
/// <param name="Suppressor">The suppressor.</param>
/// <param name="Lexicons">The word lists that it sees.</param>
/// <param name="Origin">The plugin that it comes from, for messages.</param>
/// <param name="IsWatched">True for code that nobody here vouches for: it runs on a thread that can be abandoned.</param>
public sealed record SuppressorRegistration(DiagnosticSuppressor Suppressor, ILexicons Lexicons, string Origin, bool IsWatched = false);

/// <summary>A reason to silence a rule that can apply in a run.</summary>
/// <param name="Descriptor">What it is.</param>
/// <param name="Origin">The plugin that it comes from.</param>
public sealed record SuppressionInfo(SuppressionDescriptor Descriptor, string Origin);

/// <summary>A suppressor whose suppressions have been read; immutable once built.</summary>
internal sealed class RegisteredSuppressor
{
    private RegisteredSuppressor(SuppressorRegistration registration, ImmutableArray<SuppressionDescriptor> suppressions)
    {
        Registration = registration;
        Suppressions = suppressions;
    }

    public SuppressorRegistration Registration { get; }

    public ImmutableArray<SuppressionDescriptor> Suppressions { get; }

    public string Name => $"suppressor {Registration.Suppressor.GetType().Name} of {Registration.Origin}";

    /// <summary>Runs the suppressor's own code (SupportedSuppressions); what that throws passes through.</summary>
    public static RegisteredSuppressor Create(SuppressorRegistration registration)
    {
        var suppressions = registration.Suppressor.SupportedSuppressions;
        if (suppressions.IsDefaultOrEmpty)
        {
            throw new InvalidOperationException("it supports no suppressions");
        }

        foreach (var suppression in suppressions)
        {
            if (string.IsNullOrWhiteSpace(suppression.Id) || string.IsNullOrWhiteSpace(suppression.SuppressedDiagnosticId) || string.IsNullOrWhiteSpace(suppression.Justification))
            {
                throw new InvalidOperationException($"suppression '{suppression.Id}' lacks an id, a rule or a justification");
            }
        }

        return new RegisteredSuppressor(registration, suppressions);
    }
}
