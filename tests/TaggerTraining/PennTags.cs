using RulesEngine.Sdk;

namespace RulesEngine.TaggerTraining;

/// <summary>The treebank's spelling of Penn tags.</summary>
internal static class PennTags
{
    /// <summary>The tag for a cell of the treebank.</summary>
    /// <exception cref="FormatException">There is no such tag.</exception>
    public static PennTag Parse(string cell) => cell switch
    {
        "PRP$" => PennTag.PRPS,
        "WP$" => PennTag.WPS,
        "," => PennTag.Comma,
        "." => PennTag.Period,
        ":" => PennTag.Colon,
        "``" => PennTag.OpenQuote,
        "''" => PennTag.CloseQuote,
        "$" => PennTag.Dollar,
        "-LRB-" => PennTag.LeftBracket,
        "-RRB-" => PennTag.RightBracket,
        _ => Enum.TryParse<PennTag>(cell, out var tag) ? tag : throw new FormatException($"'{cell}' is no Penn tag"),
    };
}
