using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Facts;
using RulesEngine.Documents;
using RulesEngine.Sdk;

namespace RulesEngine.Testing;

/// <summary>Reads and analyses a draft as the tool does.</summary>
internal static class TestDraft
{
    /// <exception cref="VerificationException">It cannot be read.</exception>
    public static Article Read(string path, ReadOnlyMemory<byte> content, ArticleReadOptions options)
    {
        var read = ArticleReader.Read(path, content, options);
        return read.Article ?? throw new VerificationException($"the draft cannot be read: {string.Join("; ", read.Problems.Select(problem => problem.Message))}");
    }

    /// <exception cref="VerificationException">The analyzer or the suppressor cannot be set up.</exception>
    public static AnalysisDriver CreateDriver(AnalyzerRegistration analyzer, IEnumerable<SuppressorRegistration> suppressors, TestLexicons lexicons)
    {
        var driver = new AnalysisDriver([analyzer], suppressors, new FactsEngine(lexicons.Engine), Timeout.InfiniteTimeSpan);
        CheckNotifications(driver.Notifications);
        return driver;
    }

    /// <exception cref="VerificationException">One is of severity error.</exception>
    public static void CheckNotifications(ImmutableArray<Notification> notifications)
    {
        if (notifications.FirstOrDefault(notification => notification.Severity == DiagnosticSeverity.Error) is { } failure)
        {
            throw new VerificationException($"{failure.Id}: {failure.Message}");
        }
    }
}
