namespace RulesEngine.Cli;

/// <summary>Exit codes: stable, and all that a script needs to know.</summary>
internal static class ExitCodes
{
    /// <summary>Nothing at or above the fail level.</summary>
    public const int Clean = 0;

    /// <summary>Findings at or above the fail level.</summary>
    public const int Findings = 1;

    /// <summary>The tool could not do all it was asked. Beats findings.</summary>
    public const int Incomplete = 2;

    /// <summary>Where somebody else ends the program: a plugin that calls Environment.Exit must not pass for a clean run.</summary>
    public static void FailEarly()
    {
        Say("the program was ended before it was done, by a signal or by a plugin; '--isolate' names the plugin");
        Environment.ExitCode = Incomplete;
    }

    /// <summary>Says in one line why the program ends, and how.</summary>
    public static int Fail(Exception exception)
    {
        var reason = exception is UserException or IOException or UnauthorizedAccessException
            ? exception.Message.TrimEnd('.')
            : $"internal error ({exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}); please report it with the draft and the command line";
        Say(reason);
        return Incomplete;
    }

    private static void Say(string reason)
    {
        try
        {
            Console.Error.WriteLine($"rulesengine: {reason}");
        }
        catch (IOException)
        {
            // Nobody reads any more; the exit code says it.
        }
    }
}

/// <summary>Something that the caller can mend; the message says what, where and how.</summary>
internal sealed class UserException(string message) : Exception(message);
