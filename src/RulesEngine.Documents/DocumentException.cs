namespace RulesEngine.Documents;

/// <summary>Leaves a reader from any depth with the problem to report; never crosses <see cref="ArticleReader"/>.</summary>
internal sealed class DocumentException(DocumentProblem problem) : Exception(problem.Message)
{
    public DocumentProblem Problem { get; } = problem;
}
