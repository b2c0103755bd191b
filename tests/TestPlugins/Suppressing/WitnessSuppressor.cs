using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using RulesEngine.Sdk;

namespace Suppressing;

/// <summary>Chooses among its suppressions by all that it can see of a finding: where one bit of it differs, so does most likely the choice.</summary>
public sealed class WitnessSuppressor : DiagnosticSuppressor
{
    private const int Choices = 64;

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } =
    [
        .. new[] { "SRC001", "house.Slam", "TST001" }.SelectMany(rule =>
            Enumerable.Range(0, Choices).Select(choice => new SuppressionDescriptor($"W-{rule}-{choice}", rule, $"choice {choice} for {rule}"))),
    ];

    public override void ReportSuppressions(SuppressionContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var choices = SupportedSuppressions.Where(suppression => suppression.SuppressedDiagnosticId == diagnostic.Descriptor.Id).ToList();
            if (choices.Count > 0 && context.Article.Text.Contains("witness", StringComparison.Ordinal))
            {
                context.Suppress(diagnostic, choices[(int)(Hash(Describe(diagnostic) + context.Article.GetText(diagnostic.Span) + context.Diagnostics.Count) % Choices)]);
            }
        }
    }

    private static string Describe(Diagnostic diagnostic)
    {
        var rule = diagnostic.Descriptor;
        var text = new StringBuilder(diagnostic.ToString())
            .AppendJoin('|', rule.Id, rule.Title, rule.MessageFormat, rule.Category, rule.DefaultSeverity, rule.IsEnabledByDefault, rule.Why, rule.HelpUri, rule.Since, rule.RequiresEnglish)
            .AppendJoin('|', rule.Examples)
            .AppendJoin('|', rule.Options.Select(option => $"{option.Name} {option.Description} {option.ValueType} {Value(option.DefaultValue)}"))
            .Append(CultureInfo.InvariantCulture, $"{diagnostic.Severity}")
            .AppendJoin('|', diagnostic.Related)
            .AppendJoin('|', diagnostic.Properties)
            .AppendJoin('|', diagnostic.Fixes.Select(fix => $"{fix.Title} {fix.IsSafe} {string.Join(' ', fix.Edits)}"));
        return text.ToString();
    }

    private static string Value(object value) => value is ImmutableArray<string> list ? string.Join(' ', list) : string.Create(CultureInfo.InvariantCulture, $"{value}");

    /// <summary>FNV-1a: the same in every process, as GetHashCode is not.</summary>
    private static uint Hash(string text)
    {
        var hash = 2166136261;
        foreach (var c in text)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return hash;
    }
}
