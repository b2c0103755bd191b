using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace Acme.Desk;

/// <summary>DESK001: a word of the lexicon "jargon" in the desk's own words; what somebody said is left alone.</summary>
public sealed class JargonAnalyzer : ArticleAnalyzer
{
    private static readonly OptionDescriptor<ImmutableArray<string>> Allowed =
        new("allowed", [], "words of the lexicon that may be used");

    private static readonly DiagnosticDescriptor Rule = new()
    {
        Id = "DESK001",
        Title = "jargon",
        MessageFormat = "'{0}' is jargon: write '{1}'",
        Category = "Style",
        DefaultSeverity = DiagnosticSeverity.Warning,
        Why = "Readers stop at words that nobody says aloud.",
        Options = [Allowed],
        Examples =
        [
            new RuleExample("Work on the bridge will [|commence|] in May."),
            new RuleExample("Work on the bridge will begin in May."),
            new RuleExample("\"Work will commence in May,\" said the mayor."),
        ],
    };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    public override void Initialize(AnalysisContext context)
    {
        var jargon = PhraseMatcher.Create(context.Lexicons["jargon"]);
        context.RegisterAction<Sentence>(sentence => Analyze(sentence, jargon));
    }

    private static void Analyze(NodeAnalysisContext<Sentence> sentence, PhraseMatcher jargon)
    {
        foreach (var match in jargon.FindAll(sentence.Facts, sentence.Node))
        {
            var isQuoted = sentence.Facts.Quotations.Any(quotation => quotation.Span.Contains(match.Span));
            if (isQuoted || sentence.GetOption(Rule, Allowed).Contains(match.Entry.Term))
            {
                continue;
            }

            var plain = match.Entry["plain"];
            sentence.ReportDiagnostic(Diagnostic.Create(Rule, match.Span, sentence.Article.GetText(match.Span), plain) with
            {
                // A suggestion, not a safe fix: only an editor can say whether the plain word fits the sentence.
                Fixes = [new Fix($"write '{plain}'", IsSafe: false, [new TextEdit(match.Span, plain)])],
            });
        }
    }
}
