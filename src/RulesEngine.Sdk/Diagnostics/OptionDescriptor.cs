namespace RulesEngine.Sdk;

/// <summary>Something that a configuration may set for a rule.</summary>
public abstract class OptionDescriptor
{
    private protected OptionDescriptor(string name, string description)
    {
        Name = name;
        Description = description;
    }

    /// <summary>As written in rulesengine.yml: lower case, words joined by dashes.</summary>
    public string Name { get; }

    /// <summary>What it does, with its unit.</summary>
    public string Description { get; }

    /// <summary>The type of its value: bool, int, double, string or a list of strings.</summary>
    public abstract Type ValueType { get; }

    /// <summary>The value where nothing is configured.</summary>
    public abstract object DefaultValue { get; }
}

/// <summary>An option with a typed value.</summary>
/// <typeparam name="T">bool, int, double, string or ImmutableArray&lt;string&gt;.</typeparam>
public sealed class OptionDescriptor<T> : OptionDescriptor
    where T : notnull
{
    /// <summary>Declares an option; <paramref name="name"/> is lower case with dashes.</summary>
    public OptionDescriptor(string name, T defaultValue, string description)
        : base(name, description) => Default = defaultValue;

    /// <summary>The value where nothing is configured.</summary>
    public T Default { get; }

    /// <inheritdoc/>
    public override Type ValueType => typeof(T);

    /// <inheritdoc/>
    public override object DefaultValue => Default;
}
