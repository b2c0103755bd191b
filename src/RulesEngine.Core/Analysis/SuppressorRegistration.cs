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
