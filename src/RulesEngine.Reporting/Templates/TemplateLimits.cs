namespace RulesEngine.Reporting.Templates;

/// <summary>What a template may use; sized to the report, so that a long one is rendered and a runaway one is stopped.</summary>
internal static class TemplateLimits
{
    public const int Recursion = 20;

    public const int FileSize = 1_000_000;

    private const int MostParts = 50_000;

    public static readonly TimeSpan Time = TimeSpan.FromSeconds(20);

    /// <summary>Steps of loops for a report of <paramref name="size"/> parts.</summary>
    public static int Loops(int size) => 20_000 + (60 * size);

    /// <summary>UTF-16 code units of output for a report of <paramref name="size"/> parts.</summary>
    public static int Output(int size) => 2_000_000 + (20_000 * Math.Min(size, MostParts));

    /// <summary>Bytes that a rendering may ask for in all, for a report of <paramref name="size"/> parts; ours ask for some 240,000 and 2,200 a part.</summary>
    public static long Memory(int size) => 100_000_000 + (100_000L * Math.Min(size, MostParts));
}
