using RulesEngine.Cli.Output;
using RulesEngine.Core.Baselines;

namespace RulesEngine.Cli.Baselines;

/// <summary>A baseline on disk.</summary>
internal static class BaselineFile
{
    /// <summary>Where the baseline is unless said.</summary>
    public const string DefaultName = "rulesengine-baseline.json";

    private const int MostBytes = 100_000_000;

    /// <exception cref="UserException">It does not exist, cannot be read or is no baseline.</exception>
    public static Baseline Read(string path)
    {
        try
        {
            var file = new FileInfo(Path.GetFullPath(path));
            if (!file.Exists)
            {
                throw new UserException($"--baseline: there is no file '{path}'; make it with 'rulesengine baseline create'");
            }

            return file.Length <= MostBytes
                ? BaselineJson.Read(File.ReadAllText(file.FullName))
                : throw new UserException($"--baseline: '{path}' is longer than {MostBytes} bytes; keep a baseline for each folder");
        }
        catch (FormatException exception)
        {
            throw new UserException($"--baseline: '{path}' cannot be used: {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"--baseline: '{path}' cannot be read ({exception.Message.TrimEnd('.')})");
        }
    }

    /// <exception cref="UserException">It cannot be written.</exception>
    public static void Write(string path, Baseline baseline)
    {
        try
        {
            OutputFiles.Write(Path.GetFullPath(path), BaselineJson.Write(baseline));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"--baseline: '{path}' cannot be written ({exception.Message.TrimEnd('.')})");
        }
    }
}
