namespace RulesEngine.Sdk;

/// <summary>What an analyzer registers its actions with. The order of actions is undefined, except that start actions run first.</summary>
public abstract class AnalysisContext
{
    /// <summary>Word lists of the analyzer's plugin and of the engine, as configured for the run.</summary>
    public abstract ILexicons Lexicons { get; }

    /// <summary>Runs once an article.</summary>
    public abstract void RegisterArticleAction(Action<ArticleAnalysisContext> action);

    /// <summary>
    /// Runs once for each node or fact of an article: <see cref="Block"/>, <see cref="Inline"/>, <see cref="Sentence"/>,
    /// <see cref="Quotation"/>, <see cref="Attribution"/>, <see cref="Figure"/>, <see cref="Account"/> or
    /// <see cref="TimeExpression"/>. Nodes in furniture are left out.
    /// </summary>
    /// <exception cref="ArgumentException">There are no nodes of that type.</exception>
    public abstract void RegisterAction<TNode>(Action<NodeAnalysisContext<TNode>> action)
        where TNode : class;

    /// <summary>Runs before the other actions of an article and registers actions for that article alone, with state of their own.</summary>
    public abstract void RegisterArticleStartAction(Action<ArticleStartAnalysisContext> action);
}

/// <summary>An article and what is known about it, while actions run. Not to be kept after the action returns.</summary>
public abstract class ArticleAnalysisContext
{
    /// <summary>The article.</summary>
    public abstract Article Article { get; }

    /// <summary>What is known about it.</summary>
    public abstract ArticleFacts Facts { get; }

    /// <summary>Cancelled when the run is, or when the time for the rule is over.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>False where the configuration switches the rule off for this article; saves work, findings are dropped anyway.</summary>
    public abstract bool IsEnabled(DiagnosticDescriptor descriptor);

    /// <summary>The value of an option of a rule for this article.</summary>
    public abstract T GetOption<T>(DiagnosticDescriptor descriptor, OptionDescriptor<T> option)
        where T : notnull;

    /// <summary>Reports a finding.</summary>
    /// <exception cref="ArgumentException">The rule is not one of the analyzer's, or a span is outside the article.</exception>
    public abstract void ReportDiagnostic(Diagnostic diagnostic);
}

/// <summary>As <see cref="ArticleAnalysisContext"/>, with one node.</summary>
public abstract class NodeAnalysisContext<TNode> : ArticleAnalysisContext
    where TNode : class
{
    /// <summary>The node.</summary>
    public abstract TNode Node { get; }
}

/// <summary>As <see cref="ArticleAnalysisContext"/>; registers actions for one article.</summary>
public abstract class ArticleStartAnalysisContext : ArticleAnalysisContext
{
    /// <inheritdoc cref="AnalysisContext.RegisterAction"/>
    public abstract void RegisterAction<TNode>(Action<NodeAnalysisContext<TNode>> action)
        where TNode : class;

    /// <summary>Runs after all other actions of this article.</summary>
    public abstract void RegisterArticleEndAction(Action<ArticleAnalysisContext> action);
}

/// <summary>The findings of an article, for a suppressor.</summary>
public abstract class SuppressionContext
{
    /// <summary>The article.</summary>
    public abstract Article Article { get; }

    /// <summary>What is known about it.</summary>
    public abstract ArticleFacts Facts { get; }

    /// <summary>Word lists of the suppressor's plugin and of the engine, as configured for the run.</summary>
    public abstract ILexicons Lexicons { get; }

    /// <summary>Cancelled when the run is.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>The findings that can be suppressed: those that nothing else has silenced, errors left out.</summary>
    public abstract IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Silences a finding. Does nothing where the configuration switches the suppression off.</summary>
    /// <exception cref="ArgumentException">
    /// The suppression is not one of the suppressor's or silences another rule, or the finding is not one of <see cref="Diagnostics"/>.
    /// </exception>
    public abstract void Suppress(Diagnostic diagnostic, SuppressionDescriptor suppression);
}
