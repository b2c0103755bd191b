using System.Collections.Immutable;
using System.Globalization;

namespace RulesEngine.Sdk;

/// <summary>One finding of a rule in an article. Copies with more to say are made by <c>with { Related = …, Fixes = … }</c>.</summary>
public sealed record Diagnostic
{
    private Diagnostic(DiagnosticDescriptor descriptor, TextSpan span, string message)
    {
        Descriptor = descriptor;
        Span = span;
        Message = message;
    }

    /// <summary>The rule.</summary>
    public DiagnosticDescriptor Descriptor { get; }

    /// <summary>The text that is at fault; inside the article, not empty unless the article is.</summary>
    public TextSpan Span { get; }

    /// <summary>The message with its arguments.</summary>
    public string Message { get; }

    /// <summary>Severity that the rule itself gives this finding; null for the descriptor's. A configured severity beats both.</summary>
    public DiagnosticSeverity? Severity { get; init; }

    /// <summary>Other places that explain the finding.</summary>
    public ImmutableArray<RelatedSpan> Related { get; init; } = [];

    /// <summary>Facts about the finding, kept in every machine format in the order given.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Properties { get; init; } = [];

    /// <summary>Ways to mend it.</summary>
    public ImmutableArray<Fix> Fixes { get; init; } = [];

    /// <summary>Makes a finding; <paramref name="arguments"/> fill the descriptor's message format with the invariant culture.</summary>
    public static Diagnostic Create(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        var values = new object[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i];
        }

        return new Diagnostic(descriptor, span, string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat, values));
    }

    /// <summary>Makes a finding whose message is complete; for rules whose message format is not .NET's.</summary>
    public static Diagnostic CreateWithMessage(DiagnosticDescriptor descriptor, TextSpan span, string message)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        ArgumentNullException.ThrowIfNull(message);
        return new Diagnostic(descriptor, span, message);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Descriptor.Id} {Span} {Message}";
}

/// <summary>Another place that explains a finding.</summary>
/// <param name="Span">In article text.</param>
/// <param name="Caption">What it is to the finding: "the denial", "the first mention".</param>
public sealed record RelatedSpan(TextSpan Span, string Caption);

/// <summary>A way to mend a finding.</summary>
/// <param name="Title">What it does: "write 'deny'".</param>
/// <param name="IsSafe">True where it cannot change the meaning; others are applied only on request.</param>
/// <param name="Edits">All applied together; they do not overlap.</param>
public sealed record Fix(string Title, bool IsSafe, ImmutableArray<TextEdit> Edits);

/// <summary>Replaces a stretch of article text.</summary>
/// <param name="Span">The text to replace; empty to insert.</param>
/// <param name="NewText">What stands there afterwards.</param>
public sealed record TextEdit(TextSpan Span, string NewText);
