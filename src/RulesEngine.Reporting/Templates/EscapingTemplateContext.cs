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
        return functions;
    }

    /// <summary>Text that a template prints as it is.</summary>
    internal sealed record RawText(string Text)
    {
        public override string ToString() => Text;
    }
}
