using RulesEngine.Cli.Drafts;
using RulesEngine.Core.Analysis;
using RulesEngine.Hosting;

namespace RulesEngine.Cli.Checking;

/// <summary>What came of one draft.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Analysis">The analysis that it was given to.</param>
/// <param name="Result">Null where it cannot be read.</param>
/// <param name="Notifications">What went wrong with this draft.</param>
internal sealed record DraftOutcome(Draft Draft, ConfiguredAnalysis Analysis, ArticleResult? Result, IReadOnlyList<Notification> Notifications);
