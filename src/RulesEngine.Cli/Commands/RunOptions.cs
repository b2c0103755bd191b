using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using RulesEngine.Cli.Plugins;
using RulesEngine.Documents;
using RulesEngine.Hosting;
using RulesEngine.Hosting.Configuration;
using RulesEngine.Hosting.Plugins.Isolation;
using RulesEngine.Hosting.Plugins.Locking;
using RulesEngine.Hosting.Vale;

namespace RulesEngine.Cli.Commands;

/// <summary>The options that say which rules run and how, shared by all commands that run or list them.</summary>
internal sealed class RunOptions
{
    private readonly Option<string?> _config = new("--config") { Description = "Use this configuration for every draft, and trust it.", HelpName = "FILE" };
    private readonly Option<string[]> _only = new("--only") { Description = "Run this rule and no other; may be said several times.", HelpName = "ID" };
    private readonly Option<string[]> _disable = new("--disable") { Description = "Do not run this rule; may be said several times.", HelpName = "ID" };
    private readonly Option<string[]> _plugin = new("--plugin") { Description = "Load the plugin in this folder as well; may be said several times.", HelpName = "FOLDER" };
    private readonly Option<bool> _trust = new("--trust-plugins") { Description = "Load the plugins that configurations beside the drafts name." };
    private readonly Option<bool> _isolate = new("--isolate") { Description = "Run plugins that are not bundled in a process of their own, so that one that crashes does not end the run." };
    private readonly Option<string?> _lock = new("--plugins-lock") { Description = "Load a plugin only where this file has its hashes; then a configuration beside the drafts may name it too.", HelpName = "FILE" };
    private readonly Option<string?> _date = new("--date") { Description = "Date of publication, where the drafts do not say: YYYY-MM-DD.", HelpName = "DATE" };

    private readonly Option<string?> _suppressions = new("--suppressions") { Description = "File of findings to let stand, with reasons.", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        command.Options.Add(_config);
        command.Options.Add(_only);
        command.Options.Add(_disable);
        command.Options.Add(_plugin);
        command.Options.Add(_trust);
        command.Options.Add(_isolate);
        command.Options.Add(_lock);
        command.Options.Add(_date);
        command.Options.Add(_suppressions);
    }

    /// <summary>The lock that is to be written or verified.</summary>
    public string GetLockPath(ParseResult parsed) => parsed.GetValue(_lock) ?? PluginLockJson.DefaultName;

    /// <param name="parsed">The command line.</param>
    /// <param name="usesLock">False for a command that deals with the lock itself.</param>
    /// <param name="isReloadable">True where plugins may change while the command runs.</param>
    /// <exception cref="UserException">A file that is named does not exist or cannot be used.</exception>
    public AnalysisHost CreateHost(ParseResult parsed, bool usesLock = true, bool isReloadable = false)
    {
        var currentFolder = Environment.CurrentDirectory;
        var configuration = parsed.GetValue(_config) is { } path ? Path.GetFullPath(path, currentFolder) : null;
        if (configuration is not null && !File.Exists(configuration))
        {
            throw new UserException($"--config: there is no file '{parsed.GetValue(_config)}'");
        }

        var suppressions = parsed.GetValue(_suppressions) is { } file ? Path.GetFullPath(file, currentFolder) : null;
        if (suppressions is not null && !File.Exists(suppressions))
        {
            throw new UserException($"--suppressions: there is no file '{parsed.GetValue(_suppressions)}'");
        }

        return new AnalysisHost(new AnalysisHostOptions
        {
            ToolFolder = AppContext.BaseDirectory,
            CurrentFolder = currentFolder,
            ConfigurationPath = configuration,
            SuppressionsPath = suppressions,
            Plugins = [.. parsed.GetTexts(_plugin).Select(folder => Path.GetFullPath(folder, currentFolder))],
            Isolation = parsed.GetValue(_isolate) ? CreateIsolation() : null,
            IsReloadable = isReloadable,
            TrustsPlugins = parsed.GetValue(_trust),
            PluginLock = usesLock && parsed.GetValue(_lock) is { } lockPath ? PluginLockFile.Read(lockPath) : null,
            Selection = new RuleSelection(Split(parsed.GetTexts(_only)), Split(parsed.GetTexts(_disable))),
        });
    }

    /// <summary>How drafts are read; the endings that are read as another one are those of the configuration of the current folder.</summary>
    /// <exception cref="UserException">The date is none.</exception>
    public ArticleReadOptions GetReadOptions(ParseResult parsed)
    {
        var configuration = parsed.GetValue(_config) is { } path ? Path.GetFullPath(path, Environment.CurrentDirectory) : null;
        var options = ArticleReadOptions.Default with { Formats = ValeFormats.Find(Environment.CurrentDirectory, configuration) };
        if (parsed.GetValue(_date) is not { } text)
        {
            return options;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? options with { Date = date }
            : throw new UserException($"--date: '{text}' is no date; write it as 2025-03-31");
    }

    /// <summary>This program again, however it was started.</summary>
    private static IsolationOptions CreateIsolation()
    {
        var program = Environment.ProcessPath ?? throw new UserException("--isolate: the path of this program cannot be told on this system");
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? new IsolationOptions(program, [Path.Combine(AppContext.BaseDirectory, "rulesengine.dll"), PluginServer.Command])
            : new IsolationOptions(program, [PluginServer.Command]);
    }

    private static ImmutableHashSet<string> Split(string[] values) =>
        values is [] ? [] : [.. values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
