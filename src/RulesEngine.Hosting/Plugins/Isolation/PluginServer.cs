using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Lexicons;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Plugins.Isolation;

/// <summary>
/// The other side of <c>--isolate</c>: loads plugins and runs their rules over the articles that come in, one message after the other, until the
/// stream ends. It has no settings, no files and no formats of its own.
/// </summary>
public sealed class PluginServer
{
    /// <summary>What the program is told to become the server.</summary>
    public const string Command = "plugin-server";

    /// <summary>Articles that both sides remember, the latest ones.</summary>
    internal const int RememberedArticles = 16;

    private readonly MessageStream _messages;
    private readonly PluginHost _host = new();
    private readonly List<ServedPlugin> _plugins = [];
    private readonly Dictionary<string, DiagnosticDescriptor> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ArticleFacts> _articles = [];
    private readonly Queue<int> _order = new();
    private ImmutableDictionary<string, LexiconChange> _lexicons = ImmutableDictionary<string, LexiconChange>.Empty;
    private FactsEngine _facts = new(EmbeddedLexicons.Instance);
    private TimeSpan _budget;

    private PluginServer(MessageStream messages) => _messages = messages;

    /// <summary>Serves until the input ends.</summary>
    /// <param name="input">From the tool.</param>
    /// <param name="output">To the tool, and to nobody else: what plugins print is dropped.</param>
    public static void Run(Stream input, Stream output)
    {
        // Ctrl-C reaches every process of the terminal; the tool says when this one is to end.
        using var interruption = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        Console.SetOut(TextWriter.Null);
        Console.SetIn(TextReader.Null);
        var server = new PluginServer(new MessageStream(input, output));
        while (server._messages.Read() is { } message)
        {
            server.Answer(message.RootElement);
        }
    }

    private void Answer(JsonElement message)
    {
        if (message.TryGetProperty("run", out var run))
        {
            var outcome = Analyze(run);
            Reply(message, json => OutcomeJson.Write(json, outcome));
        }
        else if (message.TryGetProperty("suppress", out var suppress))
        {
            var outcome = Suppress(suppress);
            Reply(message, json => OutcomeJson.Write(json, outcome));
        }
        else if (message.TryGetProperty("load", out var folder))
        {
            Reply(message, Load(folder.GetString()!));
        }
        else
        {
            Start(message.GetProperty("start"));
            Reply(message, static json => json.WriteBoolean("started", true));
        }
    }

    /// <summary>An answer names what it answers: whatever else gets into the output is no answer.</summary>
    private void Reply(JsonElement message, Action<Utf8JsonWriter> write) => _messages.Write(json =>
    {
        json.WriteNumber(MessageStream.Number, message.GetProperty(MessageStream.Number).GetInt32());
        write(json);
    });

    private void Start(JsonElement json)
    {
        _budget = TimeSpan.FromMilliseconds(json.GetProperty("budget").GetDouble());
        _host.Budget = _budget;
        _lexicons = json.GetProperty("lexicons").EnumerateObject().ToImmutableDictionary(
            pair => pair.Name,
            pair => new LexiconChange([.. Texts(pair.Value, "add")], [.. Texts(pair.Value, "remove")]),
            StringComparer.Ordinal);
        _facts = new FactsEngine(new PluginLexicons(null, EmbeddedLexicons.Instance, _lexicons));

        static IEnumerable<string> Texts(JsonElement json, string name) => json.GetProperty(name).EnumerateArray().Select(text => text.GetString()!);
    }

    /// <summary>What there is to say about a plugin.</summary>
    private Action<Utf8JsonWriter> Load(string folder)
    {
        var (plugin, problem) = _host.Load(folder, PluginOrigin.Configured);
        var lexicons = new PluginLexicons(plugin?.LexiconFolder, EmbeddedLexicons.Instance, _lexicons);
        var (analyzers, suppressors) = (new List<(ArticleAnalyzer, string?)>(), new List<(DiagnosticSuppressor, string?)>());
        var served = new ServedPlugin([], []);
        foreach (var analyzer in plugin?.Analyzers ?? [])
        {
            AnalyzerRunner? runner = null;
            analyzers.Add((analyzer, SetUp(analyzer, () => runner = AnalyzerRunner.Create(new AnalyzerRegistration(analyzer, lexicons, plugin!.Name, IsWatched: true), _budget))));
            served.Analyzers.Add(runner);
            foreach (var rule in runner?.Descriptors ?? [])
            {
                _rules.TryAdd(rule.Id, rule);
            }
        }

        foreach (var suppressor in plugin?.Suppressors ?? [])
        {
            SuppressorRunner? runner = null;
            suppressors.Add((suppressor, SetUp(suppressor, () => runner = SuppressorRunner.Create(new SuppressorRegistration(suppressor, lexicons, plugin!.Name, IsWatched: true), _budget))));
            served.Suppressors.Add(runner);
        }

        _plugins.Add(served);
        return json => PluginJson.Write(json, problem?.Message, analyzers, suppressors);
    }

    /// <summary>What went wrong, or null.</summary>
    private static string? SetUp(object analyzerOrSuppressor, Action create) => ForeignCode.Run(create) is { } thrown ? FaultText.Describe(thrown, analyzerOrSuppressor) : null;

    private AnalyzerOutcome Analyze(JsonElement json)
    {
        var runner = FindPlugin(json).Analyzers[json.GetProperty("analyzer").GetInt32()]!;
        return runner.Run(FindArticle(json), new IsolatedSettings(json.GetProperty("settings")), CancellationToken.None);
    }

    private SuppressorOutcome Suppress(JsonElement json)
    {
        // A plugin knows its own rules as the objects that it made; those of others come once, before the first finding of them.
        foreach (var rule in json.GetProperty("rules").EnumerateArray().Select(DescriptorJson.Read))
        {
            _rules.TryAdd(rule.Id, rule);
        }

        var runner = FindPlugin(json).Suppressors[json.GetProperty("suppressor").GetInt32()]!;
        ImmutableArray<Diagnostic> diagnostics = [.. json.GetProperty("diagnostics").EnumerateArray().Select(each => DiagnosticJson.Read(each, _rules))];
        return runner.Run(FindArticle(json), diagnostics, new IsolatedSettings(json.GetProperty("settings")), CancellationToken.None);
    }

    private ServedPlugin FindPlugin(JsonElement json) => _plugins[json.GetProperty("plugin").GetInt32()];

    /// <summary>An article comes once; both sides forget the oldest one at the same time.</summary>
    private ArticleFacts FindArticle(JsonElement json)
    {
        var id = json.GetProperty("article").GetInt32();
        if (json.TryGetProperty("content", out var content))
        {
            if (_order.Count == RememberedArticles)
            {
                _articles.Remove(_order.Dequeue());
            }

            _order.Enqueue(id);
            _articles.Add(id, _facts.CreateFacts(ArticleJson.Read(content)));
        }

        return _articles[id];
    }

    /// <summary>What of a plugin can run; null where it could not be set up.</summary>
    private sealed record ServedPlugin(List<AnalyzerRunner?> Analyzers, List<SuppressorRunner?> Suppressors);
}
