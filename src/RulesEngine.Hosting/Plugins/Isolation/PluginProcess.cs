using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Plugins.Isolation;

/// <summary>
/// The plugins of one configuration, in a process of their own that is started once, used for all articles, and started anew after a plugin
/// has ended it. Safe to use from many threads; the process does one thing at a time.
/// </summary>
internal sealed class PluginProcess(IsolationOptions options, ImmutableDictionary<string, LexiconChange> lexicons, TimeSpan budget) : IDisposable
{
    private const int MostCrashes = 3;

    /// <summary>What a message may take beyond the work that it asks for.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly List<IsolatedPlugin> _plugins = [];
    private PluginChild? _child;

    /// <summary>Loads a plugin in the other process; its analyzers here stand for those there.</summary>
    public PluginLoadResult Load(string folderPath)
    {
        lock (_gate)
        {
            var folder = new PluginFolder(folderPath);
            var plugin = new IsolatedPlugin(folder);
            try
            {
                using var answer = Load(GetChild(), plugin);
                if (answer.RootElement.GetProperty("problem").GetString() is { } problem)
                {
                    return new PluginLoadResult(null, new Notification(NotificationIds.PluginNotLoaded, DiagnosticSeverity.Error, problem, folderPath));
                }

                var loaded = PluginJson.Read(answer.RootElement, this, plugin);
                _plugins.Add(plugin);
                return new PluginLoadResult(loaded, null);
            }
            catch (Exception exception) when (IsFaultOfProcess(exception))
            {
                Leave();
                var message = $"plugin {folder.Name} is not loaded: it {Describe(exception)}; mend or remove it";
                return new PluginLoadResult(null, new Notification(NotificationIds.PluginNotLoaded, DiagnosticSeverity.Error, message, folderPath));
            }
        }
    }

    /// <summary>Runs an analyzer of a plugin over an article.</summary>
    public AnalyzerOutcome Analyze(IsolatedPlugin plugin, IsolatedAnalyzer analyzer, Article article, RuleSettings settings, CancellationToken cancellationToken) => Guard(
        plugin,
        $"analyzer {analyzer.Name} of {plugin.Folder.Name}",
        article,
        () =>
        {
            using var answer = AskToAnalyze(plugin, analyzer, article, settings, cancellationToken);
            var outcome = OutcomeJson.ReadAnalyzer(answer.RootElement, analyzer.SupportedDiagnostics, article.Path);
            LeaveAfter(plugin, outcome.IsAbandoned, outcome.IsOutOfMemory);
            return outcome;
        },
        fault => new AnalyzerOutcome([], [fault]));

    /// <summary>Asks a suppressor of a plugin which findings of an article it silences.</summary>
    public SuppressorOutcome Suppress(
        IsolatedPlugin plugin, IsolatedSuppressor suppressor, Article article, ImmutableArray<Diagnostic> diagnostics, RuleSettings settings, CancellationToken cancellationToken) => Guard(
        plugin,
        $"suppressor {suppressor.Name} of {plugin.Folder.Name}",
        article,
        () =>
        {
            using var answer = AskToSuppress(plugin, suppressor, article, diagnostics, settings, cancellationToken);
            var outcome = OutcomeJson.ReadSuppressor(answer.RootElement, suppressor.SupportedSuppressions, diagnostics.Length, article.Path);
            LeaveAfter(plugin, outcome.IsAbandoned, outcome.IsOutOfMemory);
            return outcome;
        },
        fault => new SuppressorOutcome([], [fault]));

    public void Dispose()
    {
        lock (_gate)
        {
            Leave();
        }
    }

    /// <summary>Whatever becomes of the process is a notification that names whose work it was at.</summary>
    private TOutcome Guard<TOutcome>(IsolatedPlugin plugin, string name, Article article, Func<TOutcome> exchange, Func<Notification, TOutcome> crashed)
    {
        lock (_gate)
        {
            if (plugin.Crashes >= MostCrashes)
            {
                return crashed(Crashed(article, string.Create(CultureInfo.InvariantCulture, $"{name} was not run: its plugin ended its process {MostCrashes} times")));
            }

            try
            {
                return exchange();
            }
            catch (Exception exception) when (IsFaultOfProcess(exception))
            {
                Leave();
                plugin.Crashes++;
                return crashed(Crashed(article, $"{name} {Describe(exception)}: the article was checked without it"));
            }
            catch (OperationCanceledException)
            {
                Leave();
                throw;
            }
        }
    }

    private JsonDocument AskToAnalyze(IsolatedPlugin plugin, IsolatedAnalyzer analyzer, Article article, RuleSettings settings, CancellationToken cancellationToken)
    {
        var child = GetChild();
        var known = child.Remember(article);
        return child.Exchange(
            json =>
            {
                json.WriteStartObject("run");
                json.WriteNumber("plugin", child.Plugins[plugin.Folder.Path]);
                json.WriteNumber("analyzer", analyzer.Number);
                WriteArticle(json, article, known);
                json.WriteStartObject("settings");
                IsolatedSettings.Write(json, settings, analyzer.SupportedDiagnostics);
                json.WriteEndObject();
                json.WriteEndObject();
            },
            budget + Grace,
            cancellationToken);
    }

    private JsonDocument AskToSuppress(
        IsolatedPlugin plugin, IsolatedSuppressor suppressor, Article article, ImmutableArray<Diagnostic> diagnostics, RuleSettings settings, CancellationToken cancellationToken)
    {
        var child = GetChild();
        var known = child.Remember(article);
        var rules = child.Introduce(diagnostics);
        return child.Exchange(
            json =>
            {
                json.WriteStartObject("suppress");
                json.WriteNumber("plugin", child.Plugins[plugin.Folder.Path]);
                json.WriteNumber("suppressor", suppressor.Number);
                WriteArticle(json, article, known);
                PluginJson.WriteRules(json, "rules", rules);
                json.WriteStartArray("diagnostics");
                foreach (var diagnostic in diagnostics)
                {
                    DiagnosticJson.Write(json, diagnostic);
                }

                json.WriteEndArray();
                json.WriteStartObject("settings");
                IsolatedSettings.Write(json, settings, suppressor.SupportedSuppressions);
                json.WriteEndObject();
                json.WriteEndObject();
            },
            budget + Grace,
            cancellationToken);
    }

    private static void WriteArticle(Utf8JsonWriter json, Article article, (int Id, bool IsNew) known)
    {
        json.WriteNumber("article", known.Id);
        if (known.IsNew)
        {
            json.WriteStartObject("content");
            ArticleJson.Write(json, article);
            json.WriteEndObject();
        }
    }

    /// <summary>What does not return goes on taking time, and what took all memory keeps it.</summary>
    private void LeaveAfter(IsolatedPlugin plugin, bool isAbandoned, bool isOutOfMemory)
    {
        if (isAbandoned || isOutOfMemory)
        {
            Leave();
            plugin.Crashes += isOutOfMemory ? 1 : 0;
        }
    }

    private PluginChild GetChild()
    {
        while (_child is null)
        {
            var child = PluginChild.Start(options);
            try
            {
                using var answer = child.Exchange(WriteStart, Grace, CancellationToken.None);
                _child = LoadAgain(child) ? child : null;
            }
            finally
            {
                if (_child is null)
                {
                    child.Dispose();
                }
            }
        }

        return _child;
    }

    /// <summary>False where a plugin ended the process while it was loaded for a second time; it is not tried a third time.</summary>
    private bool LoadAgain(PluginChild child)
    {
        foreach (var plugin in _plugins.Where(plugin => plugin.Crashes < MostCrashes))
        {
            try
            {
                using var answer = Load(child, plugin);
            }
            catch (PluginProcessException)
            {
                plugin.Crashes = MostCrashes;
                return false;
            }
        }

        return true;
    }

    private JsonDocument Load(PluginChild child, IsolatedPlugin plugin)
    {
        child.Plugins[plugin.Folder.Path] = child.Plugins.Count;
        return child.Exchange(json => json.WriteString("load", plugin.Folder.Path), budget + Grace, CancellationToken.None);
    }

    private void WriteStart(Utf8JsonWriter json)
    {
        json.WriteStartObject("start");
        json.WriteNumber("budget", budget.TotalMilliseconds);
        json.WriteStartObject("lexicons");
        foreach (var (name, change) in lexicons)
        {
            json.WriteStartObject(name);
            json.WritePropertyName("add");
            DescriptorJson.WriteValue(json, change.Add);
            json.WritePropertyName("remove");
            DescriptorJson.WriteValue(json, change.Remove);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Leave()
    {
        _child?.Dispose();
        _child = null;
    }

    private static Notification Crashed(Article article, string message) => new(NotificationIds.PluginCrashed, DiagnosticSeverity.Error, message, article.Path);

    /// <summary>An answer can be valid JSON and still be no answer: readers of JSON then throw the last three.</summary>
    private static bool IsFaultOfProcess(Exception exception) =>
        exception is PluginProcessException or MessageException or KeyNotFoundException or InvalidOperationException or FormatException;

    private static string Describe(Exception exception) => exception is PluginProcessException ? exception.Message : "gave no answer that can be read, and its process was ended";
}

/// <summary>A plugin in another process.</summary>
internal sealed class IsolatedPlugin(PluginFolder folder)
{
    public PluginFolder Folder { get; } = folder;

    /// <summary>How often it ended its process.</summary>
    public int Crashes { get; set; }
}
