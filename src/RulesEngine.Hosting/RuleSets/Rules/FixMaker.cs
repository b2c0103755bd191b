using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary>What <c>action</c> makes of a finding.</summary>
internal enum FixKind
{
    /// <summary>Nothing was asked for: the options that the extension point itself has are offered.</summary>
    Default,

    /// <summary>Writes one of the parameters, or of the options of the extension point.</summary>
    Replace,

    /// <summary>Takes the text away.</summary>
    Remove,

    /// <summary>Puts the text into lower case (Vale's <c>convert: simple</c>).</summary>
    Convert,

    /// <summary>Changes a part of the text.</summary>
    Edit,

    /// <summary>Offers what the extension point itself has: the spellings that a dictionary suggests.</summary>
    Suggest,
}

/// <summary>The <c>action</c> of a rule.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Parameters">What it does it with.</param>
internal sealed record FixMaker(FixKind Kind, ImmutableArray<string> Parameters)
{
    /// <summary>True where the rule says that its fix cannot change the meaning. Of several fixes to choose from, none is safe.</summary>
    public bool IsSafe { get; init; }

    /// <summary>Where a rule has no <c>action</c>.</summary>
    public static FixMaker Default { get; } = new(FixKind.Default, []);

    /// <summary>The fixes of a finding.</summary>
    /// <param name="span">The text at fault.</param>
    /// <param name="text">Article text.</param>
    /// <param name="options">What the extension point itself would write, best first.</param>
    public ImmutableArray<Fix> Make(TextSpan span, string text, IReadOnlyList<string> options)
    {
        if (Kind is FixKind.Default or FixKind.Suggest && options.Count == 0)
        {
            return [];
        }

        var found = text.Substring(span.Start, span.Length);
        IEnumerable<string> replacements = Kind switch
        {
            FixKind.Replace when !Parameters.IsEmpty => Parameters,
            FixKind.Default or FixKind.Suggest or FixKind.Replace => options,
            FixKind.Remove => [""],
            FixKind.Convert => [found.ToLowerInvariant()],
            _ => TextEdits.Apply(Parameters, found) is { } edited ? [edited] : [],
        };
        ImmutableArray<string> others = [.. replacements.Where(replacement => !string.Equals(replacement, found, StringComparison.Ordinal))];
        return [.. others.Select(replacement => MakeFix(span, text, replacement, IsSafe && others.Length == 1))];
    }

    // A removed word takes the blank after it along.
    private static Fix MakeFix(TextSpan span, string text, string replacement, bool isSafe)
    {
        if (replacement.Length > 0)
        {
            return new Fix($"write '{replacement}'", isSafe, [new TextEdit(span, replacement)]);
        }

        var end = span.End < text.Length && text[span.End] == ' ' && (span.Start == 0 || char.IsWhiteSpace(text[span.Start - 1])) ? span.End + 1 : span.End;
        return new Fix("remove it", isSafe, [new TextEdit(new TextSpan(span.Start, end), "")]);
    }
}
