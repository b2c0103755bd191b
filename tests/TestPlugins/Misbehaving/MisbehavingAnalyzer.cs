using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using RulesEngine.Sdk;

namespace Misbehaving;

/// <summary>Does whatever the article asks it to, and flags 'please' before.</summary>
public sealed class MisbehavingAnalyzer : ArticleAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor("TST020");
    private static readonly DiagnosticDescriptor Undeclared = Descriptor("TST099");
    private static readonly List<byte[]> s_hoard = [];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    public override void Initialize(AnalysisContext context) => context.RegisterArticleAction(static article =>
    {
        var at = article.Article.Text.IndexOf("please ", StringComparison.Ordinal);
        if (at >= 0)
        {
            article.ReportDiagnostic(Diagnostic.Create(Rule, new TextSpan(at, at + 6), "please"));
            var words = article.Article.Text.AsSpan(at + 7);
            var end = words.IndexOfAny(' ', '.');
            Obey(article, words[..end].ToString());
        }
    });

    private static void Obey(ArticleAnalysisContext article, string wish)
    {
        switch (wish)
        {
            case "exit":
                Environment.Exit(7);
                break;
            case "overflow":
                Overflow(1);
                break;
            case "allocate":
                Allocate();
                break;
            case "hoard":
                Hoard();
                break;
            case "write":
                File.AppendAllText(article.Article.Path, "\nAdded meanwhile.\n");
                break;
            case "hang":
                Thread.Sleep(Timeout.Infinite);
                break;
            case "print":
                Console.Out.WriteLine("{\"this\":\"is no answer\"}");
                Console.Out.Flush();
                break;
            case "undeclared":
                article.ReportDiagnostic(Diagnostic.Create(Undeclared, new TextSpan(0, 1), "x"));
                break;
            case "outside":
                article.ReportDiagnostic(Diagnostic.Create(Rule, new TextSpan(0, article.Article.Text.Length + 1), "x"));
                break;
            case "mutate":
                Mutate(article.Article);
                break;
            case "unload":
                AssemblyLoadContext.GetLoadContext(typeof(MisbehavingAnalyzer).Assembly)!.Unloading += _ => throw new InvalidOperationException("unloading panics on purpose");
                break;
        }
    }

    private static int Overflow(int depth) => depth == 0 ? 0 : Overflow(depth + 1) + 1;

    private static void Allocate()
    {
        while (true)
        {
            var block = new byte[10_000_000];
            Array.Fill(block, (byte)1);
            s_hoard.Add(block);
        }
    }

    /// <summary>Memory that no limit of the collector sees.</summary>
    private static unsafe void Hoard()
    {
        while (true)
        {
            NativeMemory.Fill(NativeMemory.Alloc(10_000_000), 10_000_000, 1);
        }
    }

    /// <summary>Whatever a rule can reach and must not touch.</summary>
    private static void Mutate(Article article)
    {
        var blocks = ImmutableCollectionsMarshal.AsArray(article.Blocks)!;
        Array.Fill(blocks, new Block(BlockKind.Furniture, new TextSpan(0, 0)));
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "minus ";
        CultureInfo.DefaultThreadCurrentCulture = culture;
        Environment.CurrentDirectory = Path.GetTempPath();
        Console.SetOut(TextWriter.Null);
    }

    private static DiagnosticDescriptor Descriptor(string id) => new()
    {
        Id = id,
        Title = "test rule",
        MessageFormat = "found '{0}'",
        Category = "Test",
        DefaultSeverity = DiagnosticSeverity.Warning,
        Why = "tests need a rule",
        RequiresEnglish = false,
    };
}
