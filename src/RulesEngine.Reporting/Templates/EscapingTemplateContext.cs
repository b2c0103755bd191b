using System.Globalization;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace RulesEngine.Reporting.Templates;

/// <summary>
/// The surroundings of one rendering: strict, limited, without a clock, chance or evaluation, escaping everything that an
/// expression prints unless it went through <c>raw</c>.
/// </summary>
internal sealed class EscapingTemplateContext : TemplateContext
{
    private readonly ReportFormat _format;
    private readonly long _mostAllocated;

    public EscapingTemplateContext(ReportFormat format, TemplateFolder folder, Report report)
        : base(CreateFunctions())
    {
        var size = report.Size;
        _format = format;
        _mostAllocated = GC.GetAllocatedBytesForCurrentThread() + TemplateLimits.Memory(size);
        TemplateLoader = folder;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        LoopLimit = TemplateLimits.Loops(size);
        LoopLimitQueryable = LoopLimit;
        RecursiveLimit = TemplateLimits.Recursion;
        OutputLimit = TemplateLimits.Output(size);
        LimitToString = TemplateLimits.Output(size);
        OnOutputLimit = ScriptLimitBehavior.Throw;
        OnStringLimit = ScriptLimitBehavior.Throw;
        RegexTimeOut = TimeSpan.FromSeconds(1);
        NewLine = "\n";
        PushCulture(CultureInfo.InvariantCulture);
        PushGlobal(report.Model);

        PushGlobal(new OwnNames(report.Model, BuiltinObject));
        BuiltinObject.Import("written", (Func<int>)(() => Output is StringBuilderOutput output ? output.Builder.Length : 0));
    }

    public override TemplateContext Write(SourceSpan span, object? textAsObject) =>
        textAsObject is RawText raw ? Write(raw.Text)
        : textAsObject is null ? this
        : Write(Escaping.Escape(ObjectToString(textAsObject) ?? "", _format));

    /// <summary>
    /// Functions such as html.escape make a text longer than LimitToString, and lists hold any number of long texts, so both are
    /// held here. The rendering stays on one thread.
    /// </summary>
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        var value = base.Evaluate(scriptNode, aliasReturnedFunction);
        if (value is string text && text.Length > LimitToString)
        {
            throw new ScriptRuntimeException(scriptNode?.Span ?? CurrentSpan, $"a text of {text.Length} characters: at most {LimitToString} are let be made");
        }

        return GC.GetAllocatedBytesForCurrentThread() <= _mostAllocated
            ? value
            : throw new ScriptRuntimeException(scriptNode?.Span ?? CurrentSpan, "the template takes too much memory: make fewer or shorter texts");
    }

    protected override Template CreateTemplate(string templatePath, ScriptNode? callerContext)
    {
        var template = base.CreateTemplate(templatePath, callerContext);
        TemplateWrites.Refuse(template, templatePath);
        return template;
    }

    private static ScriptObject CreateFunctions()
    {
        var functions = GetDefaultBuiltinObject();
        var values = (ScriptObject)functions["object"]!;
        values.Remove("eval");
        values.Remove("eval_template");
        var math = (ScriptObject)functions["math"]!;
        math.Remove("random");
        math.Remove("uuid");
        functions.Remove("date");
        functions.Import("raw", (Func<string?, RawText>)(text => new RawText(text ?? "")));
        functions.Import("code", (Func<string?, RawText>)(text => new RawText(Escaping.Code(text ?? ""))));
        functions.Import("fill", (Func<string?, string?, string?, string>)TextLines.Fill);
        functions.Remove("include");
        functions.SetValue("include", new IncludedText(), readOnly: true);
        functions.Remove("include_join");
        return functions;
    }
}

/// <summary>The names that a template makes. They lie above the report and the functions, and hide none of them.</summary>
internal sealed class OwnNames(ScriptObject report, ScriptObject functions) : ScriptObject
{
    public override bool CanWrite(string member) => !report.Contains(member) && !functions.Contains(member) && base.CanWrite(member);
}
