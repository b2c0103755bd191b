using RulesEngine.Cli;
using RulesEngine.Cli.Commands;
using RulesEngine.Hosting.Plugins.Isolation;

// The guard of the whole program: whatever happens, a user sees one line and never a stack trace.
var isComplete = args is [PluginServer.Command];
AppDomain.CurrentDomain.ProcessExit += (_, _) =>
{
    if (!isComplete)
    {
        ExitCodes.FailEarly();
    }
};
try
{
    if (args is [PluginServer.Command])
    {
        PluginServer.Run(Console.OpenStandardInput(), Console.OpenStandardOutput());
        return ExitCodes.Clean;
    }

    WarmUp.StartFor(args);
    return RootCommandFactory.Run(args);
}
#pragma warning disable CA1031 // Nothing above this could do better.
catch (Exception exception)
#pragma warning restore CA1031
{
    return ExitCodes.Fail(exception);
}
finally
{
    isComplete = true;
}
