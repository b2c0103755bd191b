using System.Collections.Immutable;
using RulesEngine.Cli.Drafts;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Fixes;
using RulesEngine.Documents;
using RulesEngine.Documents.Editing;
using RulesEngine.Hosting;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Fixing;

/// <summary>
/// Finds the fixes of a draft that may stay: all are computed on the draft as it is, and what they make of it is read and analysed
/// anew. Where that shows something wrong, halves are tried, until the fix that causes it stands alone.
/// </summary>
internal sealed class DraftFixer(ConfiguredAnalysis analysis, Draft draft, ArticleResult before, ReadOnlyMemory<byte> content, ArticleReadOptions options, CancellationToken cancellationToken)
{
    /// <summary>Fixes that cannot stay, with the reason.</summary>
    public List<(PlannedFix Fix, string Reason)> Refused { get; } = [];

    /// <summary>The draft with every fix that can stay; null where none can.</summary>
    public FixedDraft? Apply(ImmutableArray<PlannedFix> candidates) => candidates.IsEmpty ? null : Extend(null, candidates);

    private FixedDraft? Extend(FixedDraft? accepted, ImmutableArray<PlannedFix> candidates)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (draft, objection) = Try([.. accepted?.Fixes ?? [], .. candidates]);
        if (draft is not null)
        {
            return draft;
        }

        if (candidates.Length == 1)
        {
            Refused.Add((candidates[0], objection!));
            return accepted;
        }

        var half = candidates.Length / 2;
        return Extend(Extend(accepted, candidates[..half]), candidates[half..]);
    }

    private (FixedDraft? Draft, string? Objection) Try(ImmutableArray<PlannedFix> fixes)
    {
        var edits = new TextChange(fixes.SelectMany(planned => planned.Fix.Edits)).Edits;
        var (edited, sourceEdits, problem) = ArticleEditor.Apply(before.Article, content, edits, options.Limits);
        if (problem is not null)
        {
            return (null, problem);
        }

        var (article, problems) = ArticleReader.Read(draft.Path, edited, options);
        if (article is null)
        {
            return (null, $"the changed file could not be read again ({problems[0].Message})");
        }

        var after = analysis.Analyze(article, draft.FullPath, cancellationToken);
        var objection = FixCheck.FindObjection(before, after, fixes);
        return objection is null ? (new FixedDraft(fixes, edited, sourceEdits), null) : (null, objection);
    }
}

/// <summary>A draft with fixes applied.</summary>
/// <param name="Fixes">What was applied.</param>
/// <param name="Content">The file.</param>
/// <param name="Edits">What was replaced in its text, in the order of the text.</param>
internal sealed record FixedDraft(ImmutableArray<PlannedFix> Fixes, ReadOnlyMemory<byte> Content, ImmutableArray<TextEdit> Edits);
