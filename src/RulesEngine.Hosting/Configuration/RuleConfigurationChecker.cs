using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Configuration;

/// <summary>Holds what a configuration says about rules against the rules that there are.</summary>
internal sealed class RuleConfigurationChecker
{
    private readonly Dictionary<string, DiagnosticDescriptor> _descriptors = new(StringComparer.Ordinal);

    private readonly HashSet<string> _suppressions;

    public RuleConfigurationChecker(IEnumerable<DiagnosticDescriptor> descriptors, IEnumerable<string> suppressionIds)
    {
        _suppressions = new(suppressionIds, StringComparer.Ordinal);
        foreach (var descriptor in descriptors)
        {
            _descriptors.TryAdd(descriptor.Id, descriptor);
        }
    }

    public List<Notification> Problems { get; } = [];

    /// <summary>The rules of a layer that exist, with the options that exist and have values of their type.</summary>
    public ImmutableDictionary<string, ResolvedRule> Resolve(RuleLayer layer)
    {
        var resolved = ImmutableDictionary.CreateBuilder<string, ResolvedRule>(StringComparer.Ordinal);
        foreach (var (id, rule) in layer.Rules.OrderBy(pair => pair.Value.Location.Line))
        {
            if (_descriptors.TryGetValue(id, out var descriptor))
            {
                resolved[id] = new ResolvedRule(rule.Location, rule.Severity, ResolveOptions(rule, descriptor));
            }
            else if (!_suppressions.Contains(id))
            {
                AddUnknown($"there is no rule '{id}'{NameSuggestion.For(id, _descriptors.Keys)}", rule.Location);
            }
            else if (rule.Severity is not DiagnosticSeverity.None || !rule.Options.IsEmpty)
            {
                AddUnknown($"'{id}' is a suppression and has neither severity nor options; 'off' switches it off", rule.Location);
            }
            else
            {
                resolved[id] = new ResolvedRule(rule.Location, rule.Severity, ImmutableDictionary<string, object>.Empty);
            }
        }

        return resolved.ToImmutable();
    }

    public void CheckSelection(RuleSelection selection)
    {
        foreach (var (option, ids) in new[] { ("--only", selection.Only), ("--disable", selection.Disabled) })
        {
            foreach (var id in ids.Where(id => !_descriptors.ContainsKey(id) && !(option == "--disable" && _suppressions.Contains(id))).Order(StringComparer.Ordinal))
            {
                Problems.Add(new Notification(NotificationIds.UnknownName, DiagnosticSeverity.Error, $"{option}: there is no rule '{id}'{NameSuggestion.For(id, _descriptors.Keys)}"));
            }
        }
    }

    private ImmutableDictionary<string, object> ResolveOptions(RuleConfiguration rule, DiagnosticDescriptor descriptor)
    {
        var options = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach (var (name, node) in rule.Options.OrderBy(pair => pair.Value.Line))
        {
            var location = new SourceLocation(rule.Location.Path, node.Line, node.Column);
            if (descriptor.Options.FirstOrDefault(option => option.Name == name) is not { } known)
            {
                AddUnknown($"rule {descriptor.Id} has no option '{name}'{NameSuggestion.For(name, descriptor.Options.Select(option => option.Name))}", location);
            }
            else if (OptionValues.Parse(known, node) is { } value)
            {
                options[name] = value;
            }
            else
            {
                Add(NotificationIds.InvalidConfiguration, $"option '{name}' of rule {descriptor.Id} takes {OptionText.TypeOf(known)}", location);
            }
        }

        return options.ToImmutable();
    }

    private void AddUnknown(string message, SourceLocation location) => Add(NotificationIds.UnknownName, message, location);

    private void Add(string id, string message, SourceLocation location) =>
        Problems.Add(new Notification(id, DiagnosticSeverity.Error, message, location.Path, location.Line, location.Column));
}
