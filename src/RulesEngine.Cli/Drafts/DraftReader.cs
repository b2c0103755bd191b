using RulesEngine.Core.Analysis;
using RulesEngine.Documents;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Drafts;

/// <summary>Reads drafts and turns what is wrong with them into notifications.</summary>
/// <param name="options">How to read.</param>
internal sealed class DraftReader(ArticleReadOptions options)
{
    /// <summary>Null where the draft cannot be read; the notifications say why.</summary>
    public Article? Read(Draft draft, ICollection<Notification> notifications)
    {
        try
        {
            using var content = draft.IsStandardInput
                ? Console.OpenStandardInput()
                : new FileStream(draft.FullPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            return Take(draft, ArticleReader.Read(draft.Path, content, options), notifications);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            notifications.Add(new Notification(NotificationIds.UnreadableArticle, DiagnosticSeverity.Error, $"the file cannot be read ({exception.Message.TrimEnd('.')})", draft.Path));
            return null;
        }
    }

    /// <summary>The same, with the bytes of the draft in hand.</summary>
    public Article? Read(Draft draft, ReadOnlyMemory<byte> content, ICollection<Notification> notifications) =>
        Take(draft, ArticleReader.Read(draft.Path, content, options), notifications);

    private static Article? Take(Draft draft, ArticleReadResult result, ICollection<Notification> notifications)
    {
        foreach (var problem in result.Problems)
        {
            notifications.Add(new Notification(
                problem.IsLimit ? NotificationIds.LimitExceeded : NotificationIds.UnreadableArticle,
                problem.Severity, problem.Message, draft.Path, problem.Line, problem.Column));
        }

        return result.Article;
    }
}
