using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Configuration;

/// <summary>
/// Severities and options of a run, checked against the rules that there are. Precedence: command line, patterns, the global
/// part, then the rule itself. Immutable; safe to read from many threads.
/// </summary>
public sealed class ConfiguredRules
{
    private readonly ImmutableArray<ResolvedLayer> _layers;
    private readonly RuleSelection _selection;

    /// <param name="configuration">What the file says.</param>
    /// <param name="selection">What the command line says.</param>
    /// <param name="descriptors">Every rule that was loaded.</param>
    /// <param name="suppressionIds">Ids of the suppressions of suppressors that were loaded; a rule's severity off switches one off.</param>
    public ConfiguredRules(RunConfiguration configuration, RuleSelection selection, IEnumerable<DiagnosticDescriptor> descriptors, IEnumerable<string> suppressionIds)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(selection);
        _selection = selection;
        var checker = new RuleConfigurationChecker(descriptors, suppressionIds);
        _layers = [.. configuration.Layers.Select(layer => new ResolvedLayer(layer, checker.Resolve(layer)))];
        checker.CheckSelection(selection);
        Problems = [.. checker.Problems];
    }

    /// <summary>Rules and options that do not exist, and values of the wrong type.</summary>
    public ImmutableArray<Notification> Problems { get; }

    /// <summary>What holds for one article.</summary>
    /// <param name="fullPath">Full path of the article.</param>
    public RuleSettings For(string fullPath) => new LayeredSettings([.. _layers.Where(layer => layer.Layer.AppliesTo(fullPath)).Reverse()], _selection);

    /// <summary>Where each value of a rule comes from for one article: the one that holds first, then those that it beats.</summary>
    public IEnumerable<ExplainedValue> Explain(string fullPath, DiagnosticDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        var layers = _layers.Where(layer => layer.Layer.AppliesTo(fullPath)).Reverse().ToList();
        return ExplainSeverity(layers, descriptor).Concat(descriptor.Options.SelectMany(option => ExplainOption(layers, descriptor, option)));
    }

    private IEnumerable<ExplainedValue> ExplainSeverity(List<ResolvedLayer> layers, DiagnosticDescriptor descriptor)
    {
        const string Name = "severity";
        if (_selection.Disabled.Contains(descriptor.Id))
        {
            yield return new ExplainedValue(Name, "off", "--disable on the command line");
        }
        else if (!_selection.Only.IsEmpty && !_selection.Only.Contains(descriptor.Id))
        {
            yield return new ExplainedValue(Name, "off", "--only on the command line names other rules");
        }

        foreach (var layer in layers)
        {
            if (layer.Rules.TryGetValue(descriptor.Id, out var rule) && rule.Severity is { } severity)
            {
                yield return new ExplainedValue(Name, Severities.NameOf(severity), layer.Describe(rule.Location));
            }
        }

        var own = descriptor.IsEnabledByDefault ? descriptor.DefaultSeverity : DiagnosticSeverity.None;
        yield return new ExplainedValue(Name, Severities.NameOf(own), "the rule itself");
    }

    private static IEnumerable<ExplainedValue> ExplainOption(List<ResolvedLayer> layers, DiagnosticDescriptor descriptor, OptionDescriptor option)
    {
        foreach (var layer in layers)
        {
            if (layer.Rules.TryGetValue(descriptor.Id, out var rule) && rule.Options.TryGetValue(option.Name, out var value))
            {
                yield return new ExplainedValue(option.Name, OptionText.Print(value), layer.Describe(rule.Location));
            }
        }

        yield return new ExplainedValue(option.Name, OptionText.DefaultOf(option), "the rule itself");
    }

    /// <summary>A layer whose options have their types.</summary>
    private sealed record ResolvedLayer(RuleLayer Layer, ImmutableDictionary<string, ResolvedRule> Rules)
    {
        public string Describe(SourceLocation location) =>
            Layer.Paths.IsEmpty ? $"{location}, for every article" : $"{location}, for {string.Join(", ", Layer.Paths.Select(glob => glob.Pattern))}";
    }

    private sealed class LayeredSettings(ImmutableArray<ResolvedLayer> layers, RuleSelection selection) : RuleSettings
    {
        public override DiagnosticSeverity? GetSeverity(DiagnosticDescriptor descriptor)
        {
            if (selection.Disabled.Contains(descriptor.Id) || (!selection.Only.IsEmpty && !selection.Only.Contains(descriptor.Id)))
            {
                return DiagnosticSeverity.None;
            }

            var configured = GetConfigured(descriptor.Id);
            var isOff = configured is DiagnosticSeverity.None || (configured is null && !descriptor.IsEnabledByDefault);
            return isOff && !selection.Only.IsEmpty ? descriptor.DefaultSeverity : configured;
        }

        public override object? GetOption(DiagnosticDescriptor descriptor, OptionDescriptor option)
        {
            foreach (var layer in layers)
            {
                if (layer.Rules.TryGetValue(descriptor.Id, out var rule) && rule.Options.TryGetValue(option.Name, out var value))
                {
                    return value;
                }
            }

            return null;
        }

        public override bool IsSuppressionEnabled(string suppressionId) =>
            !selection.Disabled.Contains(suppressionId) && GetConfigured(suppressionId) != DiagnosticSeverity.None;

        private DiagnosticSeverity? GetConfigured(string id)
        {
            foreach (var layer in layers)
            {
                if (layer.Rules.TryGetValue(id, out var rule) && rule.Severity is { } severity)
                {
                    return severity;
                }
            }

            return null;
        }
    }
}

/// <summary>A rule's severity and options with their types.</summary>
internal sealed record ResolvedRule(SourceLocation Location, DiagnosticSeverity? Severity, ImmutableDictionary<string, object> Options);

/// <summary>A value and where it comes from.</summary>
/// <param name="Name">"severity" or the name of an option.</param>
/// <param name="Value">As a configuration would write it.</param>
/// <param name="Origin">File, line and column, or the rule itself.</param>
public sealed record ExplainedValue(string Name, string Value, string Origin);
