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
}
