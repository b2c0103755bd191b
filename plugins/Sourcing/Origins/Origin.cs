using System.Collections.Immutable;
using RulesEngine.Sdk;

namespace RulesEngine.Plugins.Sourcing.Origins;

/// <summary>The one account that a claim rests on.</summary>
/// <param name="Account">The account where the origin is stated.</param>
/// <param name="Name">Handle or words that name it.</param>
/// <param name="FirstMention">Where the article first names it, or null where that is the statement itself.</param>
/// <param name="Echoes">Accounts that repeat the claim.</param>
internal sealed record Origin(Account Account, string Name, Account? FirstMention, ImmutableArray<Account> Echoes);
