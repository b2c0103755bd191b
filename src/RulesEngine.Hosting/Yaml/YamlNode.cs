using System.Collections.Immutable;

namespace RulesEngine.Hosting.Yaml;

/// <summary>A node of a YAML file with the place where it begins (1-based).</summary>
public abstract record YamlNode(int Line, int Column)
{
    /// <summary>What it is, for messages: "a list".</summary>
    public abstract string Description { get; }
}

/// <summary>A single value. Quoted and block scalars are always text; <paramref name="IsPlain"/> ones may mean a number, true, false or nothing.</summary>
public sealed record YamlScalar(int Line, int Column, string Value, bool IsPlain) : YamlNode(Line, Column)
{
    /// <summary>True for a key without a value, <c>~</c> and <c>null</c>.</summary>
    public bool IsNull => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";

    /// <inheritdoc/>
    public override string Description => IsNull ? "nothing" : "a single value";

    /// <summary>true or false, as YAML 1.2 writes them; null for anything else.</summary>
    public bool? AsBoolean() => !IsPlain ? null : Value switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };
}

/// <summary>A list.</summary>
public sealed record YamlSequence(int Line, int Column, ImmutableArray<YamlNode> Items) : YamlNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Description => "a list";
}

/// <summary>Keys with values, in the order of the file; keys are unique.</summary>
public sealed record YamlMapping(int Line, int Column, ImmutableArray<YamlEntry> Entries) : YamlNode(Line, Column)
{
    /// <inheritdoc/>
    public override string Description => "keys with values";

    /// <summary>The value under a key, or null.</summary>
    public YamlNode? this[string key]
    {
        get
        {
            foreach (var entry in Entries)
            {
                if (entry.Key.Value == key)
                {
                    return entry.Value;
                }
            }

            return null;
        }
    }
}

/// <summary>A key and its value.</summary>
public sealed record YamlEntry(YamlScalar Key, YamlNode Value);

/// <summary>Why a file is no YAML that can be used: what is wrong and what to write instead, with the place (1-based).</summary>
public sealed record YamlProblem(string Message, int Line, int Column);
