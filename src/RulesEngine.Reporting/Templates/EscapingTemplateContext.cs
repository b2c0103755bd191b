using System.Globalization;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace RulesEngine.Reporting.Templates;

/// <summary>
/// The surroundings of one rendering: strict, limited, without a clock, chance or evaluation, escaping everything that an
/// expression prints unless it went through <c>raw</c>.
/// </summary>
internal sealed class EscapingTemplateContext : TemplateContext
{
    private readonly ReportFormat _format;

    public EscapingTemplateContext(ReportFormat format, TemplateFolder folder, int size)
        : base(CreateFunctions())
    {
        _format = format;
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
        BuiltinObject.Import("written", (Func<int>)(() => Output is StringBuilderOutput output ? output.Builder.Length : 0));
    }

    public override TemplateContext Write(SourceSpan span, object? textAsObject) =>
        textAsObject is RawText raw ? Write(raw.Text)
        : textAsObject is null ? this
        : Write(Escaping.Escape(ObjectToString(textAsObject) ?? "", _format));

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
