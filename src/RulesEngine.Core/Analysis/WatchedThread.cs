using System.Diagnostics;

namespace RulesEngine.Core.Analysis;

/// <summary>Runs code that nobody here vouches for, on a thread that can be abandoned.</summary>
public static class WatchedThread
{
    /// <summary>
    /// What the code threw, or null; a <see cref="TimeoutException"/> where it did not return in time and was abandoned. There is
    /// no limit while a debugger is attached, be it that it came meanwhile: a breakpoint is no hang.
    /// </summary>
    /// <param name="name">Whose code it is, for debuggers.</param>
    /// <param name="budget">Time that it may take.</param>
    /// <param name="action">Returns what was thrown; an <see cref="OperationCanceledException"/> may pass through.</param>
    public static Exception? Run(string name, TimeSpan budget, Func<Exception?> action) => Run(name, budget, action, static () => Debugger.IsAttached);

    internal static Exception? Run(string name, TimeSpan budget, Func<Exception?> action, Func<bool> isDebugged)
    {
        // A thread of its own, not the pool's: one that never returns must not starve the other articles.
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                failure = action();
            }
            catch (OperationCanceledException cancelled)
            {
                failure = cancelled;
            }
        })
        { IsBackground = true, Name = name };
        thread.Start();
        while (!thread.Join(budget))
        {
            if (!isDebugged())
            {
                return new TimeoutException();
            }
        }

        return failure;
    }
}
