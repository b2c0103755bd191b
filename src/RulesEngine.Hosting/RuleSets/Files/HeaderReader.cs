using System.Collections.Immutable;
using System.Text;
using RulesEngine.Hosting.RuleSets.Rules;
using RulesEngine.Hosting.RuleSets.Scopes;
using RulesEngine.Hosting.Yaml;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Files;

/// <summary>Reads what all extension points have in common.</summary>
internal static class HeaderReader
{
    /// <summary>The header of a rule; what is wrong with it stands in the file's problems.</summary>
    /// <param name="file">The rule file.</param>
    /// <param name="set">Defaults of the rule set.</param>
    /// <param name="name">Path of the file within its set, with dots and without its ending.</param>
    /// <param name="requiresEnglish">False where the rule looks at articles in any language.</param>
    /// <param name="fixedScope">The scope that the extension point always has, or null.</param>
    public static RuleHeader Read(RuleFile file, RuleSetManifest set, string name, bool requiresEnglish, ScopeSelector? fixedScope)
    {
        var message = new MessageTemplate(file.GetRequired("message", "\"say why '%s' is wrong and what to do\""));
        var descriptor = new DiagnosticDescriptor
        {
            Id = file.GetString("id") ?? $"{set.Name}.{name}",
            Title = file.GetString("title") ?? ToTitle(name),
            MessageFormat = message.ToCompositeFormat(),
            Category = file.GetString("category") ?? set.Category ?? set.Name,
            DefaultSeverity = ReadLevel(file, set),
            Why = file.GetString("why") ?? file.GetString("description") ?? message.Format("it"),
            HelpUri = file.GetString("link"),
            Since = file.GetString("since") ?? "0.1",
            IsEnabledByDefault = file.GetBoolean("enabled", true),
            Examples = ExampleReader.Read(file),
            RequiresEnglish = requiresEnglish,
        };
        if (file.Root["id"] is not null && !descriptor.Id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
        {
            file.Report(file.Root["id"]!, $"the id '{descriptor.Id}' may hold letters, digits, dots and dashes only (without 'id' it is made of the folder's and the file's name)");
        }

        return new RuleHeader(
            descriptor,
            message,
            fixedScope ?? ReadScope(file),
            (QuotePolicy)file.GetChoice("quotes", (int)set.Quotes, "include", "exclude", "only"),
            file.GetInteger("limit", 0),
            ActionReader.Read(file),
            file.Path,
            [],
            file.ExamplePlaces.ToImmutable())
        {
            Name = name,
        };
    }

    private static DiagnosticSeverity ReadLevel(RuleFile file, RuleSetManifest set) => file.GetChoice("level", -1, "suggestion", "warning", "error") switch
    {
        0 => DiagnosticSeverity.Suggestion,
        1 => DiagnosticSeverity.Warning,
        2 => DiagnosticSeverity.Error,
        _ => set.Level,
    };

    private static ScopeSelector ReadScope(RuleFile file)
    {
        var entries = file.GetList("scope");
        if (entries.IsEmpty)
        {
            return ScopeSelector.Default;
        }

        var clauses = ImmutableArray.CreateBuilder<ScopeClause>();
        foreach (var entry in entries)
        {
            if (ScopeSelector.TryParse(entry.Value, clauses) is { } problem)
            {
                file.Report(entry, problem);
            }
        }

        return new ScopeSelector(string.Join(" | ", entries.Select(entry => entry.Value)), clauses.ToImmutable());
    }

    // "LoadedVerbs" and "loaded-verbs" are "loaded verbs".
    private static string ToTitle(string name)
    {
        var title = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]);
            title.Append(startsWord ? " " : "").Append(name[i] is '-' or '_' ? ' ' : char.ToLowerInvariant(name[i]));
        }

        return title.ToString();
    }
}
