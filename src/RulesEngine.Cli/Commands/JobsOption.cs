using System.CommandLine;

namespace RulesEngine.Cli.Commands;

/// <summary><c>--jobs</c>, shared by the commands that check many drafts.</summary>
internal sealed class JobsOption : NumberOption
{
    public JobsOption()
        : base("--jobs", least: 1)
    {
        Description = "Articles to check at once (one a processor unless said).";
        HelpName = "N";
    }

    /// <summary>Number of articles to check at once.</summary>
    /// <exception cref="UserException">No whole number, or fewer than one.</exception>
    public int Count(ParseResult parsed) => Get(parsed) ?? Environment.ProcessorCount;
}
