using System.CommandLine;
using RulesEngine.Cli.Output;
using RulesEngine.Reporting;

namespace RulesEngine.Cli.Commands;

/// <summary><c>templates</c>: starts and checks a newsroom's own templates.</summary>
internal sealed class TemplatesCommand
{
    private readonly RunOptions _run = new();
    private readonly Argument<string> _path = new("PATH") { Description = "A folder of templates, or one template (the current folder unless said).", DefaultValueFactory = _ => "." };
    private readonly Argument<string> _name = new("NAME") { Description = "The folder to make." };

    public static Command Create()
    {
        var own = new TemplatesCommand();
        var start = new Command("new", "Copy the shipped templates into a new folder, to start from.") { own._name };
        start.SetAction(own.Start);
        var check = new Command("check", "Render templates for every sample and say all that is wrong with them.") { own._path };
        own._run.AddTo(check);
        check.SetAction(own.Check);
        return new Command("templates", "Start and check your own report templates.") { start, check };
    }

    private int Start(ParseResult parsed)
    {
        var folder = parsed.GetValue(_name)!;
        if (Path.Exists(folder))
        {
            throw new UserException($"templates new: '{folder}' exists already; take another name");
        }

        foreach (var (name, text) in ReportTemplate.ShippedFiles)
        {
            OutputFiles.Write(Path.GetFullPath(Path.Combine(folder, name)), text);
            Console.Out.WriteLine(Path.Combine(folder, name));
        }

        return ExitCodes.Clean;
    }

    private int Check(ParseResult parsed)
    {
        var path = parsed.GetValue(_path)!;
        string[] templates = File.Exists(path) ? [path]
            : Directory.Exists(path) ? [.. Directory.GetFiles(path, "*.sbn").Order(StringComparer.Ordinal)]
            : throw new UserException($"templates check: there is no folder or template '{path}'");
        if (templates.Length == 0)
        {
            throw new UserException($"templates check: '{path}' has no template (*.sbn); 'rulesengine templates new NAME' makes some");
        }

        using var host = _run.CreateHost(parsed);
        var samples = SampleReports.Create(host);
        var errors = 0;
        foreach (var template in templates)
        {
            foreach (var error in ReportTemplate.FindErrors(template, samples.For(template, isPage: File.Exists(path)), CancellationToken.None))
            {
                errors++;
                Console.Error.WriteLine(error);
            }
        }

        Console.Out.WriteLine($"{templates.Length} templates, {samples.Articles.Count} samples, {errors} errors");
        return errors == 0 ? ExitCodes.Clean : ExitCodes.Findings;
    }
}
