using System.CommandLine;
using RulesEngine.Cli.Output;
using RulesEngine.Cli.Plugins;
using RulesEngine.Hosting.Plugins;
using RulesEngine.Hosting.Plugins.Locking;
using RulesEngine.Sdk;

namespace RulesEngine.Cli.Commands;

/// <summary><c>plugins list | verify | lock</c>: which plugins there are, and who vouches for them.</summary>
internal sealed class PluginsCommand
{
    private readonly RunOptions _run = new();

    public static Command Create() => new("plugins", "List the plugins, and keep a list of their hashes.")
    {
        new PluginsCommand().CreateVerb("list", "List the plugins that run in the current folder, and their rules.", static own => own.List),
        new PluginsCommand().CreateVerb("verify", "Say which plugins differ from the lock. Nothing of them is run.", static own => own.Verify),
        new PluginsCommand().CreateVerb("lock", $"Write the hashes of the plugins to {PluginLockJson.DefaultName}. Nothing of them is run.", static own => own.Lock),
    };

    private Command CreateVerb(string name, string description, Func<PluginsCommand, Func<ParseResult, int>> action)
    {
        var command = new Command(name, description);
        _run.AddTo(command);
        command.SetAction(action(this));
        return command;
    }

    /// <summary>As for a draft in the current folder.</summary>
    private static string Draft => Path.Combine(Environment.CurrentDirectory, "draft.txt");

    private int List(ParseResult parsed)
    {
        using var host = _run.CreateHost(parsed);
        var analysis = host.For(Draft);
        foreach (var problem in analysis.Problems)
        {
            Console.Error.WriteLine(NotificationText.Of(problem));
        }

        foreach (var plugin in host.FindPlugins(Draft))
        {
            var rules = analysis.Driver.Rules.Where(rule => rule.Origin == plugin.Name).Select(rule => rule.Descriptor.Id).Order(StringComparer.Ordinal).ToList();
            var state = rules.Count == 0 ? "not loaded" : string.Join(' ', rules);
            Console.Out.WriteLine(TerminalText.Clean($"{plugin.Name}  ({(plugin.Origin == PluginOrigin.Bundled ? "bundled" : Display(plugin.Folder))})  {state}"));
        }

        return analysis.Problems.Any(problem => problem.Severity == DiagnosticSeverity.Error) ? ExitCodes.Incomplete : ExitCodes.Clean;
    }

    private int Verify(ParseResult parsed)
    {
        var path = _run.GetLockPath(parsed);
        var locked = PluginLockFile.Read(path);
        var plugins = FindOwn(parsed);
        var different = 0;
        foreach (var plugin in plugins)
        {
            var difference = locked.FindDifference(plugin.Folder);
            different += difference is null ? 0 : 1;
            Console.Out.WriteLine(TerminalText.Clean($"{plugin.Name}: {difference ?? "as locked"}"));
        }

        foreach (var name in locked.Names.Except(plugins.Select(plugin => plugin.Name), StringComparer.Ordinal))
        {
            Console.Out.WriteLine(TerminalText.Clean($"{name}: in the lock, but no configuration names it"));
        }

        return different > 0 ? ExitCodes.Findings : ExitCodes.Clean;
    }

    private int Lock(ParseResult parsed)
    {
        var path = _run.GetLockPath(parsed);
        var plugins = FindOwn(parsed);
        if (plugins.Count == 0)
        {
            throw new UserException("plugins lock: neither the configuration of the current folder nor --plugin names a plugin; the bundled ones need no lock");
        }

        try
        {
            var locked = plugins.Aggregate(PluginLock.Empty, (current, plugin) => current.With(plugin.Folder));
            PluginLockFile.Write(path, locked);
        }
        catch (FormatException exception)
        {
            throw new UserException($"plugins lock: {exception.Message}");
        }

        Console.Out.WriteLine(TerminalText.Clean($"{path}: {string.Join(", ", plugins.Select(plugin => plugin.Name))}"));
        return ExitCodes.Clean;
    }

    /// <summary>Without the bundled ones, and each folder once.</summary>
    private List<PluginReference> FindOwn(ParseResult parsed) =>
        [.. _run.CreateHost(parsed, usesLock: false).FindPlugins(Draft).Where(plugin => plugin.Origin != PluginOrigin.Bundled).DistinctBy(plugin => plugin.Folder, StringComparer.Ordinal)];

    private static string Display(string folder) => Path.GetRelativePath(Environment.CurrentDirectory, folder).Replace('\\', '/');
}
