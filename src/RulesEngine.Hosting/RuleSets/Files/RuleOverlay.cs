using System.Collections.Immutable;
using RulesEngine.Hosting.Yaml;

namespace RulesEngine.Hosting.RuleSets.Files;

/// <summary>
/// Puts a rule over the rule that it extends: its keys replace those of the parent, <c>tokens+</c> adds to a list or to pairs,
/// <c>tokens-</c> takes away from them.
/// </summary>
internal static class RuleOverlay
{
    /// <summary>The keys of the child over those of the parent.</summary>
    public static YamlMapping Merge(YamlMapping parent, YamlMapping child)
    {
        var entries = parent.Entries.ToBuilder();
        foreach (var entry in child.Entries)
        {
            var key = entry.Key.Value;
            var name = key.EndsWith('+') || key.EndsWith('-') ? key[..^1] : key;
            if (key == "extends" || (name == "id" && key != name))
            {
                continue;
            }

            var at = IndexOf(entries, name);
            var value = key == name ? entry.Value : Combine(at < 0 ? null : entries[at].Value, entry.Value, isAdded: key.EndsWith('+'));
            var merged = new YamlEntry(entry.Key with { Value = name }, value);
            if (at < 0)
            {
                entries.Add(merged);
            }
            else
            {
                entries[at] = merged;
            }
        }

        // The parent's id and examples are about the parent.
        entries.RemoveAll(entry => entry.Key.Value is "id" or "examples" && child[entry.Key.Value] is null);
        return new YamlMapping(child.Line, child.Column, entries.ToImmutable());
    }

    private static int IndexOf(ImmutableArray<YamlEntry>.Builder entries, string name)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].Key.Value == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static YamlNode Combine(YamlNode? inherited, YamlNode change, bool isAdded)
    {
        if (inherited is YamlMapping pairs && change is YamlMapping changes)
        {
            var kept = pairs.Entries.Where(entry => changes[entry.Key.Value] is null);
            return pairs with { Entries = isAdded ? [.. kept, .. changes.Entries] : [.. kept] };
        }

        if (inherited is YamlMapping only)
        {
            var names = Texts(change);
            return isAdded ? inherited : only with { Entries = only.Entries.RemoveAll(entry => names.Contains(entry.Key.Value)) };
        }

        var items = inherited is YamlSequence list ? list.Items : inherited is null ? [] : [inherited];
        var gone = Texts(change);
        items = isAdded
            ? [.. items, .. change is YamlSequence added ? added.Items : [change]]
            : items.RemoveAll(item => item is YamlScalar scalar && gone.Contains(scalar.Value));
        return new YamlSequence(change.Line, change.Column, items);
    }

    private static ImmutableHashSet<string> Texts(YamlNode node) =>
        node is YamlSequence sequence
            ? [.. sequence.Items.OfType<YamlScalar>().Select(item => item.Value)]
            : node is YamlScalar one ? [one.Value] : [];
}
