namespace RulesEngine.Reporting.Articles;

/// <summary>Whoever denies, as a clause of the summary names him.</summary>
internal static class DenierName
{
    private const int LongestOwner = 32;

    /// <summary>"the army's denial", or "the denial by the spokesman for the ministry of transport".</summary>
    public static string DenialOf(string denier)
    {
        var name = Short(denier);
        return name.Length > LongestOwner || name.Contains('(', StringComparison.Ordinal) || name.Contains(',', StringComparison.Ordinal) || name.Contains(" of ", StringComparison.Ordinal) || name.Contains(" for ", StringComparison.Ordinal)
            ? $"the denial by {name}"
            : $"{name}{(name.EndsWith('s') ? "’" : "’s")} denial";
    }

    /// <summary>The name within a sentence: its article in lower case, and the body instead of its statement.</summary>
    public static string Short(string denier)
    {
        var name = ArticleModel.OneLine(denier).TrimEnd(',');
        var statement = name.IndexOf("statement", StringComparison.OrdinalIgnoreCase);
        foreach (var by in (ReadOnlySpan<string>)[" from ", " by "])
        {
            if (statement is >= 0 and < 12 && name.IndexOf(by, statement, StringComparison.Ordinal) is var at and > 0)
            {
                name = name[(at + by.Length)..];
                break;
            }
        }

        foreach (var article in (ReadOnlySpan<string>)["The ", "A ", "An ", "His ", "Her ", "Their "])
        {
            if (name.StartsWith(article, StringComparison.Ordinal))
            {
                return string.Concat(char.ToLowerInvariant(name[0]).ToString(), name.AsSpan(1));
            }
        }

        return name;
    }
}
