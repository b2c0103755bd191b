using System.Collections.Immutable;
using System.Diagnostics;
using RulesEngine.Core.Language;

namespace RulesEngine.TaggerTraining;

/// <summary>Measures the language part in processor time, which other work on the machine does not stretch.</summary>
internal static class Speed
{
    private const int Rounds = 40;

    /// <summary>Prints the time of the first use and the tokens a second of each step after it.</summary>
    public static void Run(Treebank part)
    {
        var clock = Stopwatch.StartNew();
        var model = TagModel.Instance;
        Console.WriteLine(FormattableString.Invariant($"weights read in {clock.Elapsed.TotalMilliseconds:F1} ms"));
        var (tokens, sentences) = SentenceSplitter.Split(part.Article);
        Measure("tokens and sentences", tokens.Length, () => SentenceSplitter.Split(part.Article));
        Measure("tags", tokens.Length, () => Tagger.Tag(model, part.Article.Text, tokens, sentences));
    }

    private static void Measure(string what, int tokens, Action action)
    {
        // Until the runtime has compiled it for good.
        for (var i = 0; i < Rounds; i++)
        {
            action();
        }

        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var i = 0; i < Rounds; i++)
        {
            action();
        }

        process.Refresh();
        var seconds = (process.TotalProcessorTime - before).TotalSeconds;
        Console.WriteLine(FormattableString.Invariant($"{what}: {tokens * (double)Rounds / seconds / 1e6:F2} million tokens a second of processor time"));
    }
}
