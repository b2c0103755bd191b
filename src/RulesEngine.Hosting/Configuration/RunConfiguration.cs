using System.Collections.Immutable;
using RulesEngine.Hosting.Plugins;
using RulesEngine.Hosting.Vale;
using RulesEngine.Hosting.Yaml;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Configuration;

/// <summary>What a rulesengine.yml says, with what it extends already under it. Immutable.</summary>
public sealed record RunConfiguration
{
    /// <summary>What holds without a file: rule set newsroom and the bundled plugins.</summary>
    public static RunConfiguration Default { get; } = new();

    /// <summary>The file as messages name it; null for the default.</summary>
    public string? Path { get; init; }

    /// <summary>Full paths of everything that was read for it: the file, what it extends, folders of styles.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Rule sets by name or path; every rule set that is to run stands here.</summary>
    public ImmutableArray<ConfiguredReference> RuleSets { get; init; } = [new("newsroom", "newsroom", null)];

    /// <summary>Plugins beyond the bundled ones.</summary>
    public ImmutableArray<ConfiguredReference> Plugins { get; init; } = [];

    /// <summary>Names of bundled plugins that are switched off.</summary>
    public ImmutableHashSet<string> SwitchedOffPlugins { get; init; } = [];

    /// <summary>Severities and options, in ascending order of precedence.</summary>
    public ImmutableArray<RuleLayer> Layers { get; init; } = [];

    /// <summary>Report template: a built-in name or a full path; null where the file does not say.</summary>
    public ConfiguredReference? ReportTemplate { get; init; }

    /// <summary>The file of suppressions, or null.</summary>
    public ConfiguredReference? Suppressions { get; init; }

    /// <summary>Lowest severity that makes the exit code 1, None for never; null where the file does not say.</summary>
    public DiagnosticSeverity? FailOn { get; init; }

    /// <summary>Words that rules with a vocabulary accept.</summary>
    public ImmutableArray<string> AcceptedWords { get; init; } = [];

    /// <summary>Words that rules with a vocabulary reject.</summary>
    public ImmutableArray<string> RejectedWords { get; init; } = [];

    /// <summary>Styles and levels of a .vale.ini; null where there is a rulesengine.yml or nothing.</summary>
    internal ValeConfiguration? Vale { get; init; }

    /// <summary>Text that the rules of rule sets pass over.</summary>
    internal ImmutableArray<IgnoredText> Ignored { get; init; } = [];

    /// <summary>Changes of word lists, by name of the list.</summary>
    public ImmutableDictionary<string, LexiconChange> Lexicons { get; init; } = ImmutableDictionary<string, LexiconChange>.Empty;
}

/// <summary>A rule set, plugin or template that a configuration names.</summary>
/// <param name="Text">As written.</param>
/// <param name="Target">Full path, or the name of something that ships with the tool.</param>
/// <param name="Location">Where it stands; null for the default and the command line.</param>
public sealed record ConfiguredReference(string Text, string Target, SourceLocation? Location);

/// <summary>Severities and options that hold for some paths.</summary>
/// <param name="Folder">Full path of the folder that the patterns are relative to.</param>
/// <param name="Paths">Empty for every path.</param>
/// <param name="Rules">By rule id.</param>
public sealed record RuleLayer(string Folder, ImmutableArray<Glob> Paths, ImmutableDictionary<string, RuleConfiguration> Rules)
{
    /// <summary>Endings that also count as another one, both with their dots.</summary>
    internal ImmutableDictionary<string, string> Formats { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>True where the layer holds for an article.</summary>
    /// <param name="fullPath">Full path of the article.</param>
    public bool AppliesTo(string fullPath)
    {
        if (Paths.IsEmpty)
        {
            return true;
        }

        var relative = System.IO.Path.GetRelativePath(Folder, fullPath).Replace('\\', '/');
        return Matches(relative)
            || (!Formats.IsEmpty && Formats.TryGetValue(System.IO.Path.GetExtension(relative), out var ending) && Matches(System.IO.Path.ChangeExtension(relative, ending)));
    }

    private bool Matches(string relative)
    {
        foreach (var glob in Paths)
        {
            if (glob.IsMatch(relative))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What a configuration says about one rule.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Severity">None is off; null leaves it.</param>
/// <param name="Options">Values as written, by option name.</param>
public sealed record RuleConfiguration(SourceLocation Location, DiagnosticSeverity? Severity, ImmutableDictionary<string, YamlNode> Options);
