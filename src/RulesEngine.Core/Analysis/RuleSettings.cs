using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Analysis;

/// <summary>Severities and options that hold for one article.</summary>
public abstract class RuleSettings
{
    /// <summary>Every rule as its descriptor has it.</summary>
    public static RuleSettings Default { get; } = new DescriptorSettings();

    /// <summary>The severity of a rule; <see cref="DiagnosticSeverity.None"/> switches it off; null leaves it to the rule.</summary>
    public abstract DiagnosticSeverity? GetSeverity(DiagnosticDescriptor descriptor);

    /// <summary>The configured value of an option, of the option's own type; null leaves it to the rule.</summary>
    public abstract object? GetOption(DiagnosticDescriptor descriptor, OptionDescriptor option);

    /// <summary>False where the suppression of a suppressor is off.</summary>
    public virtual bool IsSuppressionEnabled(string suppressionId) => true;

    /// <summary>False where the rule is off.</summary>
    public bool IsEnabled(DiagnosticDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        return (GetSeverity(descriptor) ?? (descriptor.IsEnabledByDefault ? descriptor.DefaultSeverity : DiagnosticSeverity.None)) != DiagnosticSeverity.None;
    }

    private sealed class DescriptorSettings : RuleSettings
    {
        public override DiagnosticSeverity? GetSeverity(DiagnosticDescriptor descriptor) => null;

        public override object? GetOption(DiagnosticDescriptor descriptor, OptionDescriptor option) => null;
    }
}

/// <summary>A diagnostic as the run reports it.</summary>
/// <param name="Diagnostic">What the rule said.</param>
/// <param name="Severity">After configuration.</param>
/// <param name="Suppression">Why it is not counted, or null.</param>
public sealed record Finding(Diagnostic Diagnostic, DiagnosticSeverity Severity, Suppression? Suppression = null);

/// <summary>Why a finding is not counted.</summary>
/// <param name="Kind">Where the suppression stands.</param>
/// <param name="Justification">The reason that was given; empty where none was.</param>
/// <param name="Id">Id of the suppressor; null for a comment or a file.</param>
public sealed record Suppression(SuppressionKind Kind, string Justification, string? Id = null);

/// <summary>Where a suppression stands.</summary>
public enum SuppressionKind
{
    /// <summary>A comment in the draft.</summary>
    Comment,

    /// <summary>A suppressor of a plugin.</summary>
    Suppressor,

    /// <summary>A file of suppressions.</summary>
    File,

    /// <summary>The baseline.</summary>
    Baseline,

    /// <summary>None: the finding stands on lines that the change under review does not touch.</summary>
    UnchangedLines,
}

/// <summary>What a run has to say about one article.</summary>
/// <param name="Article">The article.</param>
/// <param name="Facts">Its facts, as far as rules asked for them.</param>
/// <param name="Findings">By position, then by id; suppressed ones included.</param>
/// <param name="Notifications">What went wrong.</param>
public sealed record ArticleResult(Article Article, ArticleFacts Facts, ImmutableArray<Finding> Findings, ImmutableArray<Notification> Notifications);
