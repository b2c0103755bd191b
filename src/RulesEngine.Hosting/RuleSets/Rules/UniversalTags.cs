namespace RulesEngine.Hosting.RuleSets.Rules;

/// <summary>Universal part-of-speech tags (<c>upos</c>) as patterns of Penn tags. Penn's tags know no auxiliaries: AUX is any verb or modal.</summary>
internal static class UniversalTags
{
    /// <summary>The tags that there are, in ordinal order.</summary>
    public static readonly string[] Names = ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"];

    /// <summary>The pattern of a tag, or null where there is no such tag.</summary>
    public static string? ToPenn(string name) => name switch
    {
        "ADJ" => "^JJ[RS]?$",
        "ADP" or "SCONJ" => "^IN$",
        "ADV" => "^(?:RB[RS]?|WRB)$",
        "AUX" => "^(?:MD|VB[DGNPZ]?)$",
        "CCONJ" => "^CC$",
        "DET" => "^(?:DT|PDT|WDT)$",
        "INTJ" => "^UH$",
        "NOUN" => "^NNS?$",
        "NUM" => "^CD$",
        "PART" => "^(?:TO|POS|RP)$",
        "PRON" => @"^(?:PRP\$?|WP\$?|EX)$",
        "PROPN" => "^NNPS?$",
        "PUNCT" => @"^[^\w$]",
        "SYM" => @"^(?:SYM|\$|#)$",
        "VERB" => "^VB[DGNPZ]?$",
        "X" => "^(?:FW|LS)$",
        _ => null,
    };
}
