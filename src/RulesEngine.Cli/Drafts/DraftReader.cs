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
            var (article, problems) = ArticleReader.Read(draft.Path, content, options);
            foreach (var problem in problems)
            {
                notifications.Add(new Notification(
                    problem.IsLimit ? NotificationIds.LimitExceeded : NotificationIds.UnreadableArticle,
                    problem.Severity, problem.Message, draft.Path, problem.Line, problem.Column));
            }

            return article;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            notifications.Add(new Notification(NotificationIds.UnreadableArticle, DiagnosticSeverity.Error, $"the file cannot be read ({exception.Message.TrimEnd('.')})", draft.Path));
            return null;
        }
    }
}
