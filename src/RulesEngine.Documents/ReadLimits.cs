namespace RulesEngine.Documents;

/// <summary>Bounds for one untrusted file. Exceeding one is a problem that names the limit as it is spelled here, in kebab case.</summary>
public sealed record ReadLimits
{
    /// <summary>The limits as they ship: far above any article, far below what hurts.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Size of the file in bytes ("max-bytes").</summary>
    public long MaxBytes { get; init; } = 20_000_000;

    /// <summary>Length of a line in UTF-16 code units ("max-line-length").</summary>
    public int MaxLineLength { get; init; } = 2_000_000;

    /// <summary>Depth to which quotes, lists, elements or XML may nest ("max-nesting").</summary>
    public int MaxNesting { get; init; } = 200;

    /// <summary>Bytes that the parts of a .docx may unpack to in all ("max-expanded-bytes").</summary>
    public long MaxExpandedBytes { get; init; } = 200_000_000;

    /// <summary>How many times larger than packed a part of a .docx may be ("max-expansion-ratio").</summary>
    public int MaxExpansionRatio { get; init; } = 500;

    /// <summary>Parts in a .docx ("max-parts").</summary>
    public int MaxParts { get; init; } = 5_000;

    /// <summary>Character references in a page or a Markdown file ("max-entities").</summary>
    public int MaxEntities { get; init; } = 500_000;
}
