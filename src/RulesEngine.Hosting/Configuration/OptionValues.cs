using System.Collections.Immutable;
using System.Globalization;
using RulesEngine.Hosting.Yaml;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Configuration;

/// <summary>Turns the value of an option, as written, into the type that the rule declares.</summary>
internal static class OptionValues
{
    /// <summary>Null where the value is not of the option's type.</summary>
    public static object? Parse(OptionDescriptor option, YamlNode node)
    {
        if (option.ValueType == typeof(ImmutableArray<string>))
        {
            return ParseList(node);
        }

        if (node is not YamlScalar scalar)
        {
            return null;
        }

        return option.ValueType == typeof(bool) ? scalar.AsBoolean()
            : option.ValueType == typeof(int) ? int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null
            : option.ValueType == typeof(double) ? double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null
            : scalar.IsNull ? null : scalar.Value;
    }

    private static ImmutableArray<string>? ParseList(YamlNode node)
    {
        if (node is YamlScalar { IsNull: false } single)
        {
            return ImmutableArray.Create(single.Value);
        }

        if (node is not YamlSequence sequence)
        {
            return null;
        }

        var values = ImmutableArray.CreateBuilder<string>();
        foreach (var item in sequence.Items)
        {
            if (item is not YamlScalar scalar)
            {
                return null;
            }

            values.Add(scalar.Value);
        }

        return values.ToImmutable();
    }
}
