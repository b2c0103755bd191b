using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Changes;

/// <summary>The lines that a change under review touches, by file.</summary>
internal sealed class ChangedLines
{
    /// <summary>Full path to stretches of lines, first to last, 1-based; no stretches stand for the whole file.</summary>
    private readonly Dictionary<string, List<(int First, int Last)>> _files = new(StringComparer.Ordinal);

    public void Add(string fullPath, int firstLine, int lastLine)
    {
        if (!_files.TryGetValue(fullPath, out var stretches))
        {
            _files[fullPath] = stretches = [];
        }

        stretches.Add((firstLine, lastLine));
    }

    /// <summary>A file that is new as a whole.</summary>
    public void AddFile(string fullPath) => Add(fullPath, 1, int.MaxValue);

    /// <summary>The result with the findings set aside that touch no changed line. A .docx has no lines in git: it counts as a whole.</summary>
    public ArticleResult Apply(ArticleResult result, string fullPath)
    {
        var stretches = _files.GetValueOrDefault(fullPath);
        if (stretches is not null && result.Article.Format == ArticleFormat.Docx)
        {
            return result;
        }

        return result with
        {
            Findings = [.. result.Findings.Select(finding => finding.Suppression is null && !Touches(stretches, result.Article, finding.Diagnostic)
                ? finding with { Suppression = new Suppression(SuppressionKind.UnchangedLines, "") }
                : finding)],
        };
    }

    private static bool Touches(List<(int First, int Last)>? stretches, Article article, Diagnostic diagnostic)
    {
        var range = article.SourceMap.GetRange(diagnostic.Span);
        return stretches is not null && stretches.Exists(stretch => stretch.First <= range.End.Line && range.Start.Line <= stretch.Last);
    }
}
