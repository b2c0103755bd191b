using System.Globalization;

namespace RulesEngine.Cli.Tests;

/// <summary><c>check --timing</c>, by its shape: times differ from run to run.</summary>
public sealed class TimingTests : IDisposable
{
    private readonly Newsroom _newsroom = new();

    public void Dispose() => _newsroom.Dispose();

    [Fact]
    public void Every_phase_and_rule_has_a_line_and_the_most_time_stands_first()
    {
        var run = _newsroom.Run("check", "drafts", "--timing");

        var lines = run.Errors.TrimEnd('\n').Split('\n');
        Assert.Equal("     time ms   share  articles  phase or rule", lines[0]);
        Assert.EndsWith("  100.0%            work of all threads", lines[^1], StringComparison.Ordinal);
        var rows = lines[1..^1].Select(Row.Parse).ToList();
        Assert.Equal(
            [
                "phase accounts 2", "phase attributions 2", "phase configuration, rule sets and plugins 2", "phase figures 2", "phase formats 2", "phase order and suppressions 2",
                "phase quotations 2", "phase reading 2", "phase sentences and tokens 2", "phase tags 2", "phase times 2", "phase words of all YAML rules 2", "rule house.Slam 1",
            ],
            rows.Select(row => $"{row.Kind} {row.Name} {row.Articles}").Order(StringComparer.Ordinal));
        Assert.Equal(rows.Select(row => row.Time).OrderDescending(), rows.Select(row => row.Time));
        Assert.Equal(double.Parse(lines[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], CultureInfo.InvariantCulture), rows.Sum(row => row.Time), tolerance: 0.05);
        Assert.Equal(100.0, rows.Sum(row => row.Share), tolerance: 1.0);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    public void No_format_holds_a_clock(string format)
    {
        var plain = _newsroom.Run("check", "drafts", "--format", format, "--report", "html", "--out", "plain");
        var timed = _newsroom.Run("check", "drafts", "--format", format, "--report", "html", "--out", "timed", "--timing");

        Assert.Equal((plain.ExitCode, plain.Output), (timed.ExitCode, timed.Output));
        Assert.Equal(Read("plain"), Read("timed"));
        Assert.Equal("", plain.Errors);
        Assert.Contains("phase  reports", timed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_takes_too_long_makes_the_exit_code_2_and_is_named()
    {
        _newsroom.Write("house/Slow.yml", "extends: existence\nmessage: m\nnonword: true\ntokens: ['(?<=x)(a|aa|a?a)+(?=\\1y)']\n");
        _newsroom.Write("drafts/b.txt", "Mayor slams plan\n\nThe mayor said x" + new string('a', 60) + " today.\n");
        var run = _newsroom.Run("check", "drafts");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("drafts/b.txt: error ENG004: rule house.Slow of house stopped on this article: a pattern of ", run.Errors, StringComparison.Ordinal);
        Assert.Contains("house.Slam", run.Output, StringComparison.Ordinal);
    }

    private List<string> Read(string folder) =>
        [.. Directory.GetFiles(Path.Combine(_newsroom.Folder, folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private sealed record Row(double Time, double Share, int Articles, string Kind, string Name)
    {
        public static Row Parse(string line)
        {
            var parts = line.Split(' ', 5, StringSplitOptions.RemoveEmptyEntries);
            return new Row(
                double.Parse(parts[0], CultureInfo.InvariantCulture),
                double.Parse(parts[1].TrimEnd('%'), CultureInfo.InvariantCulture),
                int.Parse(parts[2], CultureInfo.InvariantCulture),
                parts[3],
                parts[4].Trim());
        }
    }
}
