using System.Collections.Immutable;
using RulesEngine.Hosting.RuleSets.Rules;
using RulesEngine.Hosting.Yaml;

namespace RulesEngine.Hosting.RuleSets.Files;

/// <summary>Reads <c>action: {name, params, safe}</c>; the last is ours.</summary>
internal static class ActionReader
{
    /// <summary>The action of a rule.</summary>
    public static FixMaker Read(RuleFile file)
    {
        if (file.Root["action"] is not { } node || node is YamlScalar { IsNull: true })
        {
            return FixMaker.Default;
        }

        if (node is not YamlMapping mapping)
        {
            file.Report(node, "'action' is a group of keys; write 'name: replace' and 'params:' under it");
            return FixMaker.Default;
        }

        var action = new RuleFile(file.Path, mapping);
        action.CheckKeys("an action", ["name", "params", "safe"]);
        var name = action.GetChoice("name", -1, "suggest", "replace", "remove", "convert", "edit");
        var parameters = ReadParameters(action);
        var isSafe = action.GetBoolean("safe", otherwise: false);
        var maker = name switch
        {
            1 => new FixMaker(FixKind.Replace, parameters),
            2 => new FixMaker(FixKind.Remove, parameters),
            3 => new FixMaker(FixKind.Convert, parameters),
            4 => new FixMaker(FixKind.Edit, parameters),
            0 => new FixMaker(FixKind.Suggest, parameters),
            _ => FixMaker.Default,
        };
        if (name == 4 && TextEdits.FindError(parameters) is { } error)
        {
            action.Report(mapping["params"] ?? mapping, error);
        }

        file.Problems.AddRange(action.Problems);
        return maker with { IsSafe = isSafe };
    }

    // A list for each edit is the same as one list of all.
    private static ImmutableArray<string> ReadParameters(RuleFile action)
    {
        if (action.Root["params"] is not YamlSequence { Items: var items } || !items.Any(item => item is YamlSequence))
        {
            return [.. action.GetTexts("params").Select(item => item.Value)];
        }

        return [.. items.SelectMany(item => item is YamlSequence step ? step.Items : [item]).OfType<YamlScalar>().Select(item => item.Value)];
    }
}
