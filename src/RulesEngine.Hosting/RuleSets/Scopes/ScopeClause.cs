using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Scopes;

/// <summary>One alternative of a scope: everything in it has to hold.</summary>
/// <param name="Unit">What the rule is applied to at a time.</param>
/// <param name="Tags">Tags that a block needs, all of them.</param>
/// <param name="NoTags">Tags of which a block has none.</param>
/// <param name="Regions">Regions in which the text has to lie, all of them; the first one is the unit.</param>
/// <param name="NoRegions">Regions that the text does not touch.</param>
/// <param name="Format">The only format that it applies to, or null.</param>
internal sealed record ScopeClause(ScopeUnit Unit, BlockTags Tags, BlockTags NoTags, Regions Regions, Regions NoRegions, ArticleFormat? Format)
{
    /// <summary>The region that is the unit: the lowest of those it needs.</summary>
    public Regions UnitRegion => (Regions)((int)Regions & -(int)Regions);

    /// <summary>True where a block with these tags can hold text in scope.</summary>
    public bool Accepts(BlockTags tags, ArticleFormat format) =>
        (tags & Tags) == Tags && (tags & NoTags) == BlockTags.None && (Format is null || Format == format);
}
