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
                var (loaded, problem) = Read(plugin, answer.RootElement);
                if (loaded is not null)
                {
                    _plugins.Add(plugin);
                }

                return new PluginLoadResult(loaded, problem is null ? null : new Notification(NotificationIds.PluginNotLoaded, DiagnosticSeverity.Error, problem, folderPath));
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
    public AnalyzerOutcome Run(IsolatedPlugin plugin, int analyzer, IsolatedAnalyzer proxy, Article article, RuleSettings settings, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (plugin.Crashes >= MostCrashes)
            {
                return Crashed(article, string.Create(CultureInfo.InvariantCulture, $"{proxy.FullName} was not run: its plugin ended its process {MostCrashes} times"));
            }

            try
            {
                return Exchange(plugin, analyzer, proxy, article, settings, cancellationToken);
            }
            catch (Exception exception) when (IsFaultOfProcess(exception))
            {
                Leave();
                plugin.Crashes++;
                return Crashed(article, $"{proxy.FullName} {Describe(exception)}: the article was checked without it");
            }
            catch (OperationCanceledException)
            {
                Leave();
                throw;
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            Leave();
        }
    }

    private AnalyzerOutcome Exchange(IsolatedPlugin plugin, int analyzer, IsolatedAnalyzer proxy, Article article, RuleSettings settings, CancellationToken cancellationToken)
    {
        var child = GetChild();
        var (id, isNew) = child.Remember(article);
        using var answer = child.Exchange(
            json =>
            {
                json.WriteStartObject("run");
                json.WriteNumber("plugin", child.Plugins[plugin.Folder.Path]);
                json.WriteNumber("analyzer", analyzer);
                json.WriteNumber("article", id);
                if (isNew)
                {
                    json.WriteStartObject("content");
                    ArticleJson.Write(json, article);
                    json.WriteEndObject();
                }

                json.WriteStartObject("settings");
                IsolatedSettings.Write(json, settings, proxy.SupportedDiagnostics);
                json.WriteEndObject();
                json.WriteEndObject();
            },
            budget + Grace,
            cancellationToken);
        var outcome = OutcomeJson.Read(answer.RootElement, proxy.SupportedDiagnostics, article.Path);
        if (outcome.IsAbandoned || outcome.IsOutOfMemory)
        {
            // What does not return goes on taking time, and what took all memory keeps it.
            Leave();
            plugin.Crashes += outcome.IsOutOfMemory ? 1 : 0;
        }

        return outcome;
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

    private (Plugin? Plugin, string? Problem) Read(IsolatedPlugin plugin, JsonElement answer)
    {
        if (answer.GetProperty("problem").GetString() is { } problem)
        {
            return (null, problem);
        }

        var name = plugin.Folder.Name;
        if (answer.GetProperty("suppressors").GetInt32() > 0)
        {
            return (null, $"plugin {name} is not loaded: it has suppressors, which see the findings of other plugins and cannot run isolated; leave out --isolate, or give them a plugin of their own");
        }

        var analyzers = answer.GetProperty("analyzers").EnumerateArray().Select((analyzer, number) => (ArticleAnalyzer)new IsolatedAnalyzer(
            this,
            plugin,
            number,
            DescriptorJson.Text(analyzer, "name"),
            ReadRules(analyzer),
            analyzer.GetProperty("fault").GetString()));
        return (new Plugin(name, plugin.Folder.Path, [.. analyzers], plugin.Folder.LexiconFolder), null);
    }

    /// <summary>The other process has looked at them as well, but what runs there could have changed them on the way.</summary>
    private static ImmutableArray<DiagnosticDescriptor> ReadRules(JsonElement analyzer)
    {
        ImmutableArray<DiagnosticDescriptor> rules = [.. analyzer.GetProperty("rules").EnumerateArray().Select(DescriptorJson.Read)];
        return DescriptorCheck.FindFault(rules) is { } fault ? throw new MessageException(fault) : rules;
    }

    private void Leave()
    {
        _child?.Dispose();
        _child = null;
    }

    private static AnalyzerOutcome Crashed(Article article, string message) => new([], [new Notification(NotificationIds.PluginCrashed, DiagnosticSeverity.Error, message, article.Path)]);

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
