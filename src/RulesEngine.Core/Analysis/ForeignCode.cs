namespace RulesEngine.Core.Analysis;

/// <summary>The guard around code of plugins that is set up, run or unloaded: whatever it throws is a fault of the plugin, not of the run.</summary>
public static class ForeignCode
{
    /// <summary>Runs it; what it threw, or null.</summary>
    /// <param name="code">Calls the plugin.</param>
    /// <param name="cancellation">Where this is cancelled, the exception that says so passes through.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static Exception? Run(Action code, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        try
        {
            code();
            return null;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // A plugin may throw anything.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception;
        }
    }
}
