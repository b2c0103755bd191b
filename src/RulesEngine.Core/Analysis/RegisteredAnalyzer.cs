using System.Collections.Immutable;
using RulesEngine.Core.Facts;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Analysis;

/// <summary>An analyzer as the host hands it to the driver.</summary>
/// <param name="Analyzer">The analyzer.</param>
/// <param name="Lexicons">The word lists that it sees.</param>
/// <param name="Origin">The plugin or rule set that it comes from, for messages.</param>
/// <param name="IsWatched">True for code that nobody here vouches for: it runs on a thread that can be abandoned.</param>
public sealed record AnalyzerRegistration(ArticleAnalyzer Analyzer, ILexicons Lexicons, string Origin, bool IsWatched = false);

/// <summary>An analyzer whose actions have been registered; immutable once built.</summary>
internal sealed class RegisteredAnalyzer
{
    private RegisteredAnalyzer(AnalyzerRegistration registration, ImmutableArray<DiagnosticDescriptor> descriptors, ActionSet actions)
    {
        Registration = registration;
        Descriptors = descriptors;
        Actions = actions;
    }

    public AnalyzerRegistration Registration { get; }

    public ImmutableArray<DiagnosticDescriptor> Descriptors { get; }

    public ActionSet Actions { get; }

    /// <summary>Runs the analyzer's own code (SupportedDiagnostics, Initialize); what that throws passes through.</summary>
    public static RegisteredAnalyzer Create(AnalyzerRegistration registration)
    {
        var descriptors = registration.Analyzer.SupportedDiagnostics;
        if (descriptors.IsDefaultOrEmpty)
        {
            throw new InvalidOperationException("it supports no diagnostics");
        }

        var actions = new ActionSet();
        registration.Analyzer.Initialize(new RegistrationContext(registration.Lexicons, actions));
        return new RegisteredAnalyzer(registration, descriptors, actions);
    }

    private sealed class RegistrationContext(ILexicons lexicons, ActionSet actions) : AnalysisContext
    {
        public override ILexicons Lexicons => lexicons;

        public override void RegisterArticleAction(Action<ArticleAnalysisContext> action) => actions.AddArticle(action);

        public override void RegisterAction<TNode>(Action<NodeAnalysisContext<TNode>> action) => actions.AddNode(action);

        public override void RegisterArticleStartAction(Action<ArticleStartAnalysisContext> action) => actions.AddStart(action);
    }
}
