using System.Collections.Immutable;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.RuleSets.Scopes;

/// <summary>The <c>scope</c> of a rule: alternatives, as Vale writes them (<c>a &amp; ~b</c>, lists are "or").</summary>
/// <param name="Text">As written; equal texts select the same.</param>
/// <param name="Clauses">The alternatives.</param>
internal sealed record ScopeSelector(string Text, ImmutableArray<ScopeClause> Clauses)
{
    private static readonly ScopeClause s_text = new(ScopeUnit.Block, BlockTags.Text, BlockTags.None, Regions.None, Regions.InlineCode | Regions.Alt | Regions.Address, null);

    // No block has both.
    private const BlockTags Nowhere = BlockTags.Code | BlockTags.Furniture;

    /// <summary>Where a rule does not say: the text of the article without code.</summary>
    public static ScopeSelector Default { get; } = new("text", [s_text]);

    /// <summary>All text of the article together.</summary>
    public static ScopeSelector Summary { get; } = new("summary", [s_text with { Unit = ScopeUnit.Summary }]);

    /// <summary>The regions that decide besides the kind of block.</summary>
    public Regions DecidingRegions { get; } = Decide(Clauses);

    /// <summary>True where a block can hold text in scope.</summary>
    public bool Accepts(BlockTags tags, ArticleFormat format)
    {
        foreach (var clause in Clauses)
        {
            if (clause.Accepts(tags, format))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds the alternatives of one entry of <c>scope</c>; a problem says what to write instead.</summary>
    public static string? TryParse(string text, ImmutableArray<ScopeClause>.Builder into)
    {
        var clause = s_text with { Tags = BlockTags.None };
        var withCodeBlocks = false;
        foreach (var part in text.Split('&', StringSplitOptions.TrimEntries))
        {
            var isForbidden = part.StartsWith('~');
            var name = (isForbidden ? part[1..] : part).Trim();
            if (Apply(ref clause, name, isForbidden) is { } problem)
            {
                return problem;
            }

            withCodeBlocks |= name == "code" && !isForbidden;
        }

        if (withCodeBlocks)
        {
            into.Add(clause with { Unit = ScopeUnit.Block, Tags = clause.Tags | BlockTags.Code, Regions = clause.Regions & ~Regions.InlineCode });
        }

        // Furniture and code are asked for by name only.
        var isOutsideText = (clause.Tags & BlockTags.Furniture) != 0;
        into.Add(isOutsideText ? clause : clause with { Tags = clause.Tags | BlockTags.Text });
        return null;
    }

    private static string? Apply(ref ScopeClause clause, string name, bool isForbidden)
    {
        var written = name;
        name = Simplify(ref clause, name);
        if (name.StartsWith("frontmatter.", StringComparison.Ordinal) && !isForbidden)
        {
            // A field that is not read as text is never found.
            var field = ScopeNames.OfField(name["frontmatter.".Length..]);
            clause = clause with { Tags = clause.Tags | (field == BlockTags.None ? Nowhere : field) };
            name = "frontmatter";
        }

        if (name.Split('.') is var sections && sections.Any(ScopeNames.IsNowhere) && !ScopeNames.ByName.ContainsKey(name))
        {
            clause = isForbidden ? clause : clause with { Tags = clause.Tags | Nowhere };
            return null;
        }

        if (ScopeNames.ByName.TryGetValue(name, out var found) && found.Tags is not BlockTags.None and var tags)
        {
            clause = isForbidden ? clause with { NoTags = clause.NoTags | tags } : clause with { Tags = clause.Tags | tags };
        }
        else if (found is not null)
        {
            var regions = found.Region;
            clause = isForbidden
                ? clause with { NoRegions = clause.NoRegions | regions }
                : clause with { Unit = ScopeUnit.Region, Regions = clause.Regions | regions, NoRegions = clause.NoRegions & ~regions };
        }
        else if (name is "summary" or "raw" && !isForbidden)
        {
            clause = clause with { Unit = name == "raw" ? ScopeUnit.Raw : ScopeUnit.Summary };
        }
        else
        {
            return $"scope '{written}' does not exist{NameSuggestion.For(name, ScopeNames.All)} (there are {string.Join(", ", ScopeNames.All)})";
        }

        return null;
    }

    // Vale's longer names say what the shorter ones say: text.heading.h2.md is heading.h2 in Markdown.
    private static string Simplify(ref ScopeClause clause, string name)
    {
        var dot = name.LastIndexOf('.');
        if (dot > 0 && ScopeNames.FormatOf(name[(dot + 1)..]) is { } format)
        {
            clause = clause with { Format = format };
            name = name[..dot];
        }

        name = name.StartsWith("text.", StringComparison.Ordinal) ? name["text.".Length..] : name;
        name = name.StartsWith("attr.", StringComparison.Ordinal) ? name["attr.".Length..] : name;
        return name is ['h', >= '1' and <= '6'] ? "heading." + name : name;
    }

    private static Regions Decide(ImmutableArray<ScopeClause> clauses)
    {
        var all = Regions.None;
        foreach (var clause in clauses)
        {
            all |= clause.Regions | clause.NoRegions;
        }

        return all;
    }
}
