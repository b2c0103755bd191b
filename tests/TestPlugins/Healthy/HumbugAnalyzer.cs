using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace Healthy;

/// <summary>Flags the words of the plugin's own lexicon.</summary>
public sealed class HumbugAnalyzer : ArticleAnalyzer
{
    private static readonly OptionDescriptor<int> Minimum = new("minimum-length", 0, "shortest word that is flagged, in characters");

    private static readonly DiagnosticDescriptor Rule = new()
    {
        Id = "TST001",
        Title = "humbug",
        MessageFormat = "'{0}' is humbug; say what happened",
        Category = "Test",
        DefaultSeverity = DiagnosticSeverity.Warning,
        Why = "humbug tells a reader nothing",
        Options = [Minimum],
        Examples = [new RuleExample("It was [|moonshine|]."), new RuleExample("It was a fact.")],
        RequiresEnglish = false,
    };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    public override void Initialize(AnalysisContext context)
    {
        var words = PhraseMatcher.Create(context.Lexicons["humbug"]);
        context.RegisterAction<Sentence>(sentence =>
        {
            foreach (var match in words.FindAll(sentence.Facts, sentence.Node))
            {
                if (match.Span.Length >= sentence.GetOption(Rule, Minimum))
                {
                    sentence.ReportDiagnostic(Diagnostic.Create(Rule, match.Span, sentence.Article.GetText(match.Span)));
                }
            }
        });
    }
}
