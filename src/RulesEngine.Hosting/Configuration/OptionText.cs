using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Hosting.Yaml;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Configuration;

/// <summary>Options as messages and pages name them.</summary>
public static class OptionText
{
    /// <summary>"a whole number".</summary>
    public static string TypeOf(OptionDescriptor option)
    {
        ArgumentNullException.ThrowIfNull(option);
        return option.ValueType == typeof(ImmutableArray<string>) ? "a list of texts"
            : option.ValueType == typeof(bool) ? "true or false"
            : option.ValueType == typeof(int) ? "a whole number"
            : option.ValueType == typeof(double) ? "a number"
            : "a text";
    }

    /// <summary>The default as a configuration would write it.</summary>
    public static string DefaultOf(OptionDescriptor option)
    {
        ArgumentNullException.ThrowIfNull(option);
        return Print(option.DefaultValue);
    }

    internal static string Print(object value) => value switch
    {
        ImmutableArray<string> list => $"[{string.Join(", ", list)}]",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
