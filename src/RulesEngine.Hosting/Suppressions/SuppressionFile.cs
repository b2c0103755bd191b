using System.Collections.Immutable;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Suppressions;

/// <summary>A file of suppressions at work. Safe to use from many threads; it remembers which entries silenced something.</summary>
public sealed class SuppressionFile
{
    private readonly string _folder;
    private readonly ImmutableArray<FileSuppression> _entries;
    private readonly int[] _uses;
    private readonly int[] _tries;

    internal SuppressionFile(string folder, ImmutableArray<FileSuppression> entries)
    {
        _folder = folder;
        _entries = entries;
        _uses = new int[entries.Length];
        _tries = new int[entries.Length];
    }

    /// <summary>Ids of rules that there are not.</summary>
    internal IEnumerable<Notification> Check(IReadOnlyCollection<DiagnosticDescriptor> descriptors)
    {
        var ids = descriptors.Select(descriptor => descriptor.Id).ToHashSet(StringComparer.Ordinal);
        return _entries.Where(entry => !ids.Contains(entry.Rule)).Select(entry => new Notification(
            NotificationIds.UnknownName,
            DiagnosticSeverity.Error,
            $"there is no rule '{entry.Rule}'{NameSuggestion.For(entry.Rule, ids)}",
            entry.Location.Path, entry.Location.Line, entry.Location.Column));
    }

    /// <summary>The result with the findings suppressed that the file names.</summary>
    /// <param name="result">The article.</param>
    /// <param name="fullPath">Full path of the article.</param>
    /// <param name="isEnabled">False for the id of a rule that did not run, so that nobody can say whether an entry is needed.</param>
    public ArticleResult Apply(ArticleResult result, string fullPath, Func<string, bool> isEnabled)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(isEnabled);
        var relative = Path.GetRelativePath(_folder, fullPath).Replace('\\', '/');
        var findings = result.Findings;
        for (var entry = 0; entry < _entries.Length; entry++)
        {
            if (!_entries[entry].Paths.IsMatch(relative) || !isEnabled(_entries[entry].Rule))
            {
                continue;
            }

            Interlocked.Increment(ref _tries[entry]);
            for (var i = 0; i < findings.Length; i++)
            {
                if (findings[i].Suppression is null && _entries[entry].Covers(result.Article, findings[i].Diagnostic))
                {
                    Interlocked.Increment(ref _uses[entry]);
                    findings = findings.SetItem(i, findings[i] with { Suppression = new Suppression(SuppressionKind.File, _entries[entry].Reason) });
                }
            }
        }

        return result with { Findings = findings };
    }

    /// <summary>Entries whose articles were checked, with their rule on, and that silenced nothing there.</summary>
    public IEnumerable<Notification> FindUnused()
    {
        for (var entry = 0; entry < _entries.Length; entry++)
        {
            if (_tries[entry] > 0 && _uses[entry] == 0)
            {
                var (rule, location) = (_entries[entry].Rule, _entries[entry].Location);
                yield return new Notification(
                    NotificationIds.SilencesNothing,
                    DiagnosticSeverity.Warning,
                    $"the suppression of {rule} silences nothing in the articles checked: remove it, or it will hide the next finding",
                    location.Path, location.Line, location.Column);
            }
        }
    }
}
