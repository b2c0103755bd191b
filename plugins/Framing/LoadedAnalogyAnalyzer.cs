using System.Collections.Immutable;
using RulesEngine.Plugins.Framing.Analogies;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Framing;

/// <summary>FRM001: a present person or event likened to a war, defeat, atrocity, dictatorship or scandal of the past.</summary>
public sealed class LoadedAnalogyAnalyzer : ArticleAnalyzer
{
    private const int MostRelated = 5;

    private static readonly DiagnosticDescriptor Rule = new()
    {
        Id = "FRM001",
        Title = "loaded historical analogy",
        MessageFormat = "'{0}' likens the present to {1} ({2}), and readers will carry the feeling over{3}",
        Category = "Framing",
        DefaultSeverity = DiagnosticSeverity.Warning,
        Why = "A comparison with a war, an atrocity, a tyrant or a scandal says more by its feeling than by its facts: it passes a verdict without arguing it, and it belittles what it borrows from. "
            + "Say what happened instead, or let a named person draw the comparison and report what speaks against it.",
        Examples =
        [
            new("The spill was [|another Chernobyl|] for the fishing towns on the bay."),
            new("Critics [|compared the new identity cards to the pass laws of apartheid|]."),
            new("It was [|the deadliest fire in the port since the Halifax explosion|]."),
            new("The senator, [|a modern-day Joseph McCarthy|], asked for a list of names."),
            new("Her grandfather served in Vietnam and came home in 1971."),
            new("The Holocaust museum opens at nine; survivors of Auschwitz will speak."),
            new("It was the highest turnout since Truman beat Dewey."),
        ],
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var finder = new AnalogyFinder(context.Lexicons);
        context.RegisterArticleAction(article => Analyze(article, finder));
    }

    private static void Analyze(ArticleAnalysisContext context, AnalogyFinder finder)
    {
        var (analogies, mentions) = finder.Find(context.Facts, context.CancellationToken);
        foreach (var analogy in analogies)
        {
            Report(context, analogy, mentions);
        }
    }

    private static void Report(ArticleAnalysisContext context, Analogy analogy, List<Referent> mentions)
    {
        var facts = context.Facts;
        var span = new TextSpan(facts.Tokens[analogy.First].Start, facts.Tokens[analogy.End - 1].End);
        var isAttributed = Voice.IsAttributed(facts, span, analogy);
        var remedy = isAttributed
            ? ": keep it only if it is needed, name who draws it, and say what speaks against it"
            : ": state the facts that are alike, or let a named source draw it";
        context.ReportDiagnostic(Diagnostic.Create(Rule, span, context.Article.GetText(span), WithArticle(analogy.Referent.Name), analogy.Referent.Load, remedy) with
        {
            Related = [.. Related(facts, analogy, span, mentions)],
            Properties =
            [
                new("reference", analogy.Referent.Name),
                new("load", analogy.Referent.Load),
                new("voice", isAttributed ? "attributed" : "article"),
                new("kind", analogy.Kind),
            ],
        });
    }

    // "The fall of Saigon", "the 1971 surrender"; names and "slavery" stand alone.
    private static string WithArticle(string name)
    {
        var isDescription = char.IsLower(name[0]) ? name.Contains(" of ", StringComparison.Ordinal) : char.IsAsciiDigit(name[0]) && name.Contains(' ', StringComparison.Ordinal);
        return isDescription && !name.StartsWith("the ", StringComparison.Ordinal) ? $"the {name}" : name;
    }

    private static IEnumerable<RelatedSpan> Related(ArticleFacts facts, Analogy analogy, TextSpan span, List<Referent> mentions) =>
        mentions
            .Where(mention => mention.Entry is { } entry ? entry == analogy.Referent.Entry : mention.Name == analogy.Referent.Name)
            .Select(mention => new TextSpan(facts.Tokens[mention.First].Start, facts.Tokens[mention.End - 1].End))
            .Where(mention => !mention.Overlaps(span))
            .Take(MostRelated)
            .Select(mention => new RelatedSpan(mention, $"another mention of {analogy.Referent.Name}"));
}
