using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins.Loader;
using RulesEngine.Core.Analysis;
using RulesEngine.Sdk;

namespace RulesEngine.Hosting.Plugins;

/// <summary>
/// Loads plugins, each into a load context of its own in which the Sdk is the only shared assembly. A plugin that cannot be
/// used becomes a notification that names plugin, reason and remedy; it never ends the run. A load context is no sandbox:
/// whoever configures a plugin trusts it.
/// </summary>
public sealed class PluginHost
{
    /// <summary>Time that a plugin that is not bundled may take to make its analyzers.</summary>
    public TimeSpan Budget { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>True to load from copies in memory, in contexts that <see cref="Unload"/> takes out of it.</summary>
    public bool IsReloadable { get; init; }

    private readonly List<(string Plugin, AssemblyLoadContext Context)> _contexts = [];
    private readonly Dictionary<string, List<Type>> _typesByAssembly = new(StringComparer.Ordinal);

    /// <summary>
    /// Loads the plugin in a folder and makes its analyzers and suppressors. An assembly is loaded once; they are new each time, because
    /// each configuration sets its own up. Not for several threads at once.
    /// </summary>
    public PluginLoadResult Load(string folderPath, PluginOrigin origin)
    {
        var folder = new PluginFolder(folderPath);
        try
        {
            var assemblyPath = folder.FindMainAssembly();
            if (!_typesByAssembly.TryGetValue(assemblyPath, out var types))
            {
                _typesByAssembly[assemblyPath] = types = LoadTypes(folder, assemblyPath, origin);
            }

            var instances = origin == PluginOrigin.Bundled ? types.ConvertAll(Create) : CreateWatched(types);
            var plugin = new Plugin(folder.Name, folder.Path, [.. instances.OfType<ArticleAnalyzer>()], folder.LexiconFolder) { Suppressors = [.. instances.OfType<DiagnosticSuppressor>()] };
            return new PluginLoadResult(plugin, null);
        }
        catch (PluginException exception)
        {
            var message = $"plugin {folder.Name} is not loaded: {exception.Message}";
            return new PluginLoadResult(null, new Notification(NotificationIds.PluginNotLoaded, DiagnosticSeverity.Error, message, folderPath));
        }
    }

    /// <summary>
    /// Takes the plugins of a reloadable host out of memory, as soon as nothing uses them any more; says what they threw when they were told.
    /// </summary>
    public IReadOnlyList<Notification> Unload()
    {
        var problems = new List<Notification>();
        foreach (var (plugin, context) in _contexts)
        {
            if (ForeignCode.Run(context.Unload) is { } thrown)
            {
                problems.Add(new Notification(
                    NotificationIds.RuleThrew, DiagnosticSeverity.Error, $"plugin {plugin} throws {thrown.GetType().Name} when it is unloaded ({FirstLine(thrown)}); mend its handler of Unloading"));
            }
        }

        _contexts.Clear();
        _typesByAssembly.Clear();
        return problems;
    }

    private List<Type> LoadTypes(PluginFolder folder, string assemblyPath, PluginOrigin origin)
    {
        if (origin != PluginOrigin.Bundled)
        {
            // What ships with the tool was built with it; reading its metadata again would only cost start-up.
            folder.RefusePrivateSdk();
            PluginMetadata.Check(assemblyPath);
        }

        return PluginTypes.Find(LoadAssembly(folder, assemblyPath));
    }

    private Assembly LoadAssembly(PluginFolder folder, string path)
    {
        try
        {
            // The builder below PluginLoader: that one first looks for probing paths in every *.runtimeconfig.json beside the host, which
            // a plugin in one folder does not have, and deserializes them by reflection, which costs more than the plugin's own rules.
            var builder = new AssemblyLoadContextBuilder()
                .SetMainAssemblyPath(path)
                .SetDefaultContext(AssemblyLoadContext.Default)
                .IsLazyLoaded(true) // The Sdk references nothing but the framework, so there is no closure to share.
                .PreferDefaultLoadContextAssembly(typeof(ArticleAnalyzer).Assembly.GetName());
            if (!IsReloadable)
            {
                return builder.Build().LoadFromAssemblyPath(path);
            }

            var context = builder.EnableUnloading().PreloadAssembliesIntoMemory().ShadowCopyNativeLibraries().Build();
            _contexts.Add((folder.Name, context));
            return LoadCopy(context, path);
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new PluginException($"{Path.GetFileName(path)} cannot be loaded ({FirstLine(exception)})", "rebuild it, with its dependencies beside it");
        }
    }

    /// <summary>With its symbols, where it has some, so that a debugger stops in it.</summary>
    private static Assembly LoadCopy(AssemblyLoadContext context, string path)
    {
        using var assembly = new MemoryStream(File.ReadAllBytes(path));
        var symbolPath = Path.ChangeExtension(path, ".pdb");
        using var symbols = File.Exists(symbolPath) ? new MemoryStream(File.ReadAllBytes(symbolPath)) : null;
        return context.LoadFromStream(assembly, symbols);
    }

    private List<object> CreateWatched(List<Type> types)
    {
        List<object> instances = [];
        var failure = WatchedThread.Run("plugin", Budget, () =>
        {
            try
            {
                instances = types.ConvertAll(CreateChecked);
                return null;
            }
            catch (PluginException exception)
            {
                return exception;
            }
        });
        return failure switch
        {
            null => instances,
            PluginException => throw failure,
            _ => throw new PluginException($"its analyzers were not made within {Budget.TotalSeconds} s", "mend their constructors and static fields"),
        };
    }

    private static object CreateChecked(Type type)
    {
        var instance = Create(type);
        return instance is ArticleAnalyzer analyzer && DescriptorCheck.FindFault(analyzer.SupportedDiagnostics) is { } fault
            ? throw new PluginException($"{type.Name} does not keep the contract: {fault}", "mend its descriptors")
            : instance;
    }

    /// <summary>Runs code of the plugin for the first time; whatever it throws is the plugin's fault.</summary>
    private static object Create(Type type)
    {
        try
        {
            return Activator.CreateInstance(type)! switch
            {
                ArticleAnalyzer { SupportedDiagnostics.IsDefaultOrEmpty: true } => throw new PluginException($"{type.Name} declares no rule", "return its descriptors from SupportedDiagnostics"),
                DiagnosticSuppressor { SupportedSuppressions.IsDefaultOrEmpty: true } => throw new PluginException($"{type.Name} declares no suppression", "return its descriptors from SupportedSuppressions"),
                var instance => instance,
            };
        }
        catch (Exception exception) when (exception is not PluginException)
        {
            var thrown = exception is TargetInvocationException or TypeInitializationException ? exception.InnerException ?? exception : exception;
            throw new PluginException($"{type.Name} throws {thrown.GetType().Name} when it is made ({FirstLine(thrown)})", "mend its constructor and its static fields");
        }
    }

    internal static string FirstLine(Exception exception)
    {
        var message = exception.Message.AsSpan();
        var end = message.IndexOfAny('\r', '\n');
        return (end < 0 ? message : message[..end]).TrimEnd('.').ToString();
    }
}
