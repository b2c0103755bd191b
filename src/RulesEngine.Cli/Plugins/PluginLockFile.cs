using RulesEngine.Cli.Output;
using RulesEngine.Hosting.Plugins.Locking;

namespace RulesEngine.Cli.Plugins;

/// <summary>A lock of plugins on disk.</summary>
internal static class PluginLockFile
{
    /// <exception cref="UserException">It does not exist, cannot be read or is no lock.</exception>
    public static PluginLock Read(string path)
    {
        try
        {
            var file = new FileInfo(Path.GetFullPath(path));
            if (!file.Exists)
            {
                throw new UserException($"--plugins-lock: there is no file '{path}'; make it with 'rulesengine plugins lock'");
            }

            return file.Length <= PluginLockJson.MostBytes
                ? PluginLockJson.Read(File.ReadAllBytes(file.FullName))
                : throw new FormatException($"it is longer than {PluginLockJson.MostBytes} bytes");
        }
        catch (FormatException exception)
        {
            throw new UserException($"--plugins-lock: '{path}' cannot be used: {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"--plugins-lock: '{path}' cannot be read ({exception.Message.TrimEnd('.')})");
        }
    }

    /// <exception cref="UserException">It cannot be written.</exception>
    public static void Write(string path, PluginLock plugins)
    {
        try
        {
            OutputFiles.Write(Path.GetFullPath(path), PluginLockJson.Write(plugins));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"--plugins-lock: '{path}' cannot be written ({exception.Message.TrimEnd('.')})");
        }
    }
}
