using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace RulesEngine.Reporting.Templates;

/// <summary>
/// Finds what a template would write to anything but a name of its own. Scriban writes to an element of a list even where the list
/// is read-only, and pads the list up to a large index, so nothing that writes through an expression is let run at all.
/// </summary>
internal static class TemplateWrites
{
    private const string ToPart = "only a name can be set, not a part of the report or of another value; set a name of your own instead ('$x = …')";
    private const string ToScope = "names would be set in another value; write its fields out instead ('article.title')";

    /// <summary>The first write that is refused.</summary>
    /// <exception cref="TemplateException">There is one; the message says where and what to write instead.</exception>
    public static void Refuse(Template template, string name)
    {
        if (Find(template.Page) is var (node, why))
        {
            throw new TemplateException($"{Place(name, node.Span)}: {why}");
        }
    }

    /// <summary>A place as messages name it, lines and columns from 1.</summary>
    public static string Place(string name, SourceSpan span) => $"template {name}, line {span.Start.Line + 1}, column {span.Start.Column + 1}";

    private static (ScriptNode Node, string Why)? Find(ScriptNode? node)
    {
        if (node is null || RefusalOf(node) is not { } why)
        {
            for (var i = 0; i < node?.ChildrenCount; i++)
            {
                if (Find(node.GetChildren(i)) is { } found)
                {
                    return found;
                }
            }

            return null;
        }

        return (node, why);
    }

    private static string? RefusalOf(ScriptNode node) => node switch
    {
        ScriptAssignExpression assignment => RefusalOfTarget(assignment.Target),
        ScriptIncrementDecrementExpression step => RefusalOfTarget(step.Right),
        ScriptCaptureStatement capture => RefusalOfTarget(capture.Target),
        ScriptForStatement loop => RefusalOfTarget(loop.Variable),
        ScriptFunction { NameOrDoToken: ScriptExpression name } => RefusalOfTarget(name),
        ScriptWithStatement or ScriptImportStatement => ToScope,
        _ => null,
    };

    private static string? RefusalOfTarget(ScriptExpression? target) => target is ScriptVariable ? null : ToPart;
}
