using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Testing;

/// <summary>What a finding is to be like, beyond its place.</summary>
/// <param name="Id">Id of the rule.</param>
public sealed record ExpectedDiagnostic(string Id)
{
    /// <summary>The numbered place of the marked text, <c>{|#0:…|}</c>; null to say the text instead.</summary>
    public int? Place { get; init; }

    /// <summary>The text that it covers, for documents that cannot be marked.</summary>
    public string? Text { get; init; }

    /// <summary>The whole message, or null for any.</summary>
    public string? Message { get; init; }

    /// <summary>The severity that the rule gives it, before configuration, or null for any.</summary>
    public DiagnosticSeverity? Severity { get; init; }

    /// <summary>Titles of its fixes, in their order; default for any.</summary>
    public ImmutableArray<string> Fixes { get; init; }

    /// <summary>The suppression that silences it, in a <see cref="SuppressorTest{TSuppressor}"/>.</summary>
    public string? SuppressedBy { get; init; }

    /// <summary>Properties that it has to have; it may have more.</summary>
    public ImmutableDictionary<string, string> Properties { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Texts of related spans that it has to have, by caption.</summary>
    public ImmutableArray<(string Caption, string Text)> Related { get; init; } = [];

    /// <summary>The same with one more property.</summary>
    public ExpectedDiagnostic With(string name, string value) => this with { Properties = Properties.SetItem(name, value) };
}

/// <summary>A test of a rule failed; the message shows the text with what was expected and what was found.</summary>
public sealed class VerificationException : Exception
{
    /// <summary>Says what differs.</summary>
    public VerificationException(string message)
        : base(message)
    {
    }
}
