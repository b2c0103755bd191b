using System.CommandLine;

namespace RulesEngine.Cli.Commands;

/// <summary><c>--jobs</c>, shared by the commands that check many drafts.</summary>
internal sealed class JobsOption : Option<int>
{
    public JobsOption()
        : base("--jobs")
    {
        Description = "Articles to check at once (one a processor unless said).";
        HelpName = "N";
        DefaultValueFactory = _ => Environment.ProcessorCount;
    }

    /// <exception cref="UserException">Fewer than one.</exception>
    public int Get(ParseResult parsed) => parsed.GetValue(this) is var number and > 0 ? number : throw new UserException("--jobs: at least one");
}
