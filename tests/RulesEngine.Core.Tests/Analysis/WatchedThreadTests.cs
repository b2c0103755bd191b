using RulesEngine.Core.Analysis;

namespace RulesEngine.Core.Tests.Analysis;

/// <summary>A budget tells a hang from a breakpoint.</summary>
public sealed class WatchedThreadTests
{
    private static readonly TimeSpan s_budget = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void What_does_not_return_is_abandoned()
    {
        using var never = new ManualResetEventSlim();

        Assert.IsType<TimeoutException>(WatchedThread.Run("plugin", s_budget, () => Wait(never), static () => false));
        never.Set();
    }

    [Fact]
    public void Nothing_is_abandoned_while_a_debugger_is_attached()
    {
        using var resumed = new ManualResetEventSlim();
        var looks = 0;

        // Attached after the action began, as somebody does whose code waits for a debugger; it stands at a breakpoint for three budgets.
        var failure = WatchedThread.Run("plugin", s_budget, () => Wait(resumed), () =>
        {
            if (++looks == 3)
            {
                resumed.Set();
            }

            return true;
        });

        Assert.Null(failure);
        Assert.InRange(looks, 3, int.MaxValue);
    }

    [Fact]
    public void What_hangs_when_the_debugger_has_left_is_abandoned()
    {
        using var never = new ManualResetEventSlim();
        var looks = 0;

        Assert.IsType<TimeoutException>(WatchedThread.Run("plugin", s_budget, () => Wait(never), () => ++looks < 3));
        Assert.Equal(3, looks);
        never.Set();
    }

    private static Exception? Wait(ManualResetEventSlim signal)
    {
        signal.Wait();
        return null;
    }
}
