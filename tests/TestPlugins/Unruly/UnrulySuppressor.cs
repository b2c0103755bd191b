using System.Collections.Immutable;
using System.Text;
using RulesEngine.Sdk;

namespace Unruly;

/// <summary>Silences every finding of a rule of another plugin, and then does whatever the article asks it to.</summary>
public sealed class UnrulySuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Slam = new("TSTS30", "house.Slam", "it slams on purpose");
    private static readonly SuppressionDescriptor Undeclared = new("TSTS39", "house.Slam", "nobody declared it");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [Slam];

    public override void ReportSuppressions(SuppressionContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Descriptor.Id == Slam.SuppressedDiagnosticId)
            {
                context.Suppress(diagnostic, Slam);
            }
        }

        var at = context.Article.Text.IndexOf("please ", StringComparison.Ordinal);
        if (at >= 0)
        {
            var words = context.Article.Text.AsSpan(at + 7);
            Obey(context, words[..words.IndexOfAny(' ', '.')].ToString());
        }
    }

    private static void Obey(SuppressionContext context, string wish)
    {
        switch (wish)
        {
            case "exit":
                Environment.Exit(7);
                break;
            case "overflow":
                Overflow(1);
                break;
            case "hang":
                Thread.Sleep(Timeout.Infinite);
                break;
            case "throw":
                throw new InvalidOperationException("a suppressor that panics on purpose");
            case "undeclared":
                context.Suppress(context.Diagnostics[0], Undeclared);
                break;
            case "stranger":
                context.Suppress(context.Diagnostics.First(diagnostic => diagnostic.Descriptor.Id != Slam.SuppressedDiagnosticId), Slam);
                break;
            case "flood":
                Flood("x");
                break;
            case "chatter":
                Flood("{\"number\":1}\n");
                break;
        }
    }

    private static int Overflow(int depth) => depth == 0 ? 0 : Overflow(depth + 1) + 1;

    /// <summary>Past what the console is told to drop.</summary>
    private static void Flood(string text)
    {
        var output = Console.OpenStandardOutput();
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, 4096)));
        while (true)
        {
            output.Write(bytes);
        }
    }
}
