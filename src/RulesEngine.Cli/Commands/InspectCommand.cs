using System.CommandLine;
using RulesEngine.Cli.Drafts;
using RulesEngine.Cli.Output;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Lexicons;
using RulesEngine.Reporting.Formats;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Commands;

/// <summary><c>inspect</c>: shows what the engine sees in drafts.</summary>
internal sealed class InspectCommand
{
    private readonly DraftArguments _drafts = new();
    private readonly RunOptions _run = new();
    private readonly Option<string> _format = new("--format") { Description = "text or json (one line an article).", HelpName = "FORMAT", DefaultValueFactory = _ => "text" };

    public static Command Create()
    {
        var own = new InspectCommand();
        var command = new Command("inspect", "Show the structure of drafts, who says what, and the figures in them.") { own._format };
        own._drafts.AddTo(command);
        own._run.AddTo(command);
        command.SetAction(own.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var isJson = parsed.GetValue(_format) switch
        {
            "json" => true,
            "text" => false,
            var other => throw new UserException($"--format: inspect writes text or json, not '{other}'"),
        };
        var options = _run.GetReadOptions(parsed);
        var (finder, paths) = _drafts.Get(parsed, options.Formats);
        var reader = new DraftReader(options);
        var engine = new FactsEngine(EmbeddedLexicons.Instance);
        var notifications = new List<Notification>();
        using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        foreach (var draft in finder.Find(paths))
        {
            if (reader.Read(draft, notifications) is { } article)
            {
                Write(output, engine.CreateFacts(article), isJson);
            }
        }

        output.Flush();
        notifications.AddRange(finder.Problems);
        foreach (var notification in notifications)
        {
            Console.Error.WriteLine(NotificationText.Of(notification));
        }

        return notifications.Any(notification => notification.Severity == DiagnosticSeverity.Error) ? ExitCodes.Incomplete : ExitCodes.Clean;
    }

    private static void Write(Stream output, ArticleFacts facts, bool isJson)
    {
        if (isJson)
        {
            FactsFormat.Write(output, facts);
        }
        else
        {
            FactsText.Write(output, facts);
        }
    }
}
