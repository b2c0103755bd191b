using System.Collections.Immutable;
using System.Text;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Analysis;

/// <summary>
/// Holds what a plugin declares to the contract, before it runs: an id that no configuration could name, or a message that could
/// not be written, shows when the plugin is loaded and not in the draft that first meets it.
/// </summary>
public static class DescriptorCheck
{
    private static readonly ImmutableArray<Type> OptionTypes = [typeof(bool), typeof(int), typeof(double), typeof(string), typeof(ImmutableArray<string>)];

    /// <summary>What is wrong with the rules of an analyzer, with the rule's id; null where nothing is.</summary>
    public static string? FindFault(ImmutableArray<DiagnosticDescriptor> descriptors)
    {
        for (var i = 0; i < descriptors.Length; i++)
        {
            var descriptor = descriptors[i];
            if (descriptor is null)
            {
                return "one of its rules is null";
            }

            if (descriptors.AsSpan(0, i).ContainsId(descriptor.Id))
            {
                return $"it declares rule {descriptor.Id} twice";
            }

            if (FindFault(descriptor) is { } fault)
            {
                return $"rule '{descriptor.Id}': {fault}";
            }
        }

        return null;
    }

    private static string? FindFault(DiagnosticDescriptor descriptor)
    {
        if (!IsName(descriptor.Id, static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
        {
            return "an id holds letters, digits, dots and dashes only";
        }

        foreach (var (name, text) in new (string, string)[] { ("title", descriptor.Title), ("category", descriptor.Category), ("message format", descriptor.MessageFormat), ("why", descriptor.Why) })
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return $"its {name} is empty";
            }
        }

        if (descriptor.DefaultSeverity is not (DiagnosticSeverity.Suggestion or DiagnosticSeverity.Warning or DiagnosticSeverity.Error))
        {
            return "its default severity is none; say IsEnabledByDefault = false instead";
        }

        try
        {
            CompositeFormat.Parse(descriptor.MessageFormat);
        }
        catch (FormatException)
        {
            return $"its message format '{descriptor.MessageFormat}' is no composite format string; write a brace as '{{{{' or '}}}}'";
        }

        return descriptor.Options.IsDefault ? "its options are default; say []" : FindFault(descriptor.Options);
    }

    private static string? FindFault(ImmutableArray<OptionDescriptor> options)
    {
        for (var i = 0; i < options.Length; i++)
        {
            var option = options[i];
            if (!IsName(option.Name, static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            {
                return $"the name of its option '{option.Name}' is not lower case with dashes";
            }

            if (options.Take(i).Any(earlier => earlier.Name == option.Name))
            {
                return $"it declares option '{option.Name}' twice";
            }

            if (!OptionTypes.Contains(option.ValueType))
            {
                return $"its option '{option.Name}' is of type {option.ValueType.Name}; there are bool, int, double, string and ImmutableArray<string>";
            }

            if (option.DefaultValue is null or ImmutableArray<string> { IsDefault: true })
            {
                return $"its option '{option.Name}' has no default";
            }
        }

        return null;
    }

    private static bool ContainsId(this ReadOnlySpan<DiagnosticDescriptor> descriptors, string id)
    {
        foreach (var descriptor in descriptors)
        {
            if (descriptor.Id == id)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsName(string? text, Func<char, bool> isAllowed) => !string.IsNullOrEmpty(text) && text.All(isAllowed);
}
