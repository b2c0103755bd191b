using RulesEngine.Sdk;

namespace RulesEngine.Cli.Output;

/// <summary>Colours, where somebody sees them.</summary>
internal sealed class Palette
{
    private readonly bool _isOn;

    private Palette(bool isOn) => _isOn = isOn;

    /// <summary>None.</summary>
    public static Palette Off { get; } = new(false);

    /// <summary>By the usual rules: a terminal, and no NO_COLOR.</summary>
    public static Palette ForStandardOutput() =>
        new(!Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb");

    public string Bold(string text) => Wrap(text, "1");

    public string Dim(string text) => Wrap(text, "2");

    public string Paint(DiagnosticSeverity severity, string text) => Wrap(text, severity switch
    {
        DiagnosticSeverity.Error => "31",
        DiagnosticSeverity.Warning => "33",
        _ => "36",
    });

    private string Wrap(string text, string code) => _isOn ? $"\e[{code}m{text}\e[0m" : text;
}
