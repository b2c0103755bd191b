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
    private readonly List<ImmutableArray<AnalyzerRunner?>> _plugins = [];
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
            _messages.Write(json => OutcomeJson.Write(json, outcome));
        }
        else if (message.TryGetProperty("load", out var folder))
        {
            Load(folder.GetString()!);
        }
        else
        {
            Start(message.GetProperty("start"));
            _messages.Write(static json => json.WriteBoolean("started", true));
        }
    }

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

    private void Load(string folder)
    {
        var (plugin, problem) = _host.Load(folder, PluginOrigin.Configured);
        var lexicons = new PluginLexicons(plugin?.LexiconFolder, EmbeddedLexicons.Instance, _lexicons);
        List<(ArticleAnalyzer Analyzer, AnalyzerRunner? Runner, string? Fault)> analyzers = [.. (plugin?.Analyzers ?? []).Select(analyzer =>
        {
            var (runner, fault) = SetUp(new AnalyzerRegistration(analyzer, lexicons, plugin!.Name, IsWatched: true));
            return (analyzer, runner, fault);
        })];
        _plugins.Add([.. analyzers.Select(each => each.Runner)]);
        _messages.Write(json =>
        {
            json.WriteString("problem", problem?.Message);
            json.WriteNumber("suppressors", plugin?.Suppressors.Length ?? 0);
            json.WriteStartArray("analyzers");
            foreach (var (analyzer, _, fault) in analyzers)
            {
                Write(json, analyzer, fault);
            }

            json.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter json, ArticleAnalyzer analyzer, string? fault)
    {
        json.WriteStartObject();
        json.WriteString("name", analyzer.GetType().Name);
        json.WriteString("fault", fault);
        json.WriteStartArray("rules");
        foreach (var rule in analyzer.SupportedDiagnostics)
        {
            json.WriteStartObject();
            DescriptorJson.Write(json, rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private (AnalyzerRunner? Runner, string? Fault) SetUp(AnalyzerRegistration registration)
    {
        AnalyzerRunner? runner = null;
        var thrown = ForeignCode.Run(() => runner = AnalyzerRunner.Create(registration, _budget));
        return (runner, thrown is null ? null : AnalyzerRunner.Describe(thrown));
    }

    private AnalyzerOutcome Analyze(JsonElement json)
    {
        var runner = _plugins[json.GetProperty("plugin").GetInt32()][json.GetProperty("analyzer").GetInt32()]!;
        return runner.Run(FindArticle(json), new IsolatedSettings(json.GetProperty("settings")), CancellationToken.None);
    }

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
}
