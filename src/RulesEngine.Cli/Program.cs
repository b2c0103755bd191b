using RulesEngine.Cli;
using RulesEngine.Cli.Commands;

// The guard of the whole program: whatever happens, a user sees one line and never a stack trace.
try
{
    return RootCommandFactory.Run(args);
}
#pragma warning disable CA1031 // Nothing above this could do better.
catch (Exception exception)
#pragma warning restore CA1031
{
    return ExitCodes.Fail(exception);
}
