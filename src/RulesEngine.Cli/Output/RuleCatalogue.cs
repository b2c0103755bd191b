using RulesEngine.Core.Analysis;
using RulesEngine.Hosting.Configuration;

namespace RulesEngine.Cli.Output;

/// <summary>The pages of many rules as files, with a list of them.</summary>
internal static class RuleCatalogue
{
    /// <summary>Writes one page a rule and <c>README.md</c>. Pages of rules that are no longer there are deleted; other files stay.</summary>
    /// <exception cref="UserException">The folder cannot be written to.</exception>
    public static void Write(string folder, IEnumerable<RuleInfo> rules)
    {
        var ordered = rules.OrderBy(rule => rule.Descriptor.Id, StringComparer.Ordinal).ToList();
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var gone in Directory.GetFiles(folder, "*.md").Where(IsPage).Where(file => !ordered.Exists(rule => PageOf(rule) == Path.GetFileName(file))))
            {
                File.Delete(gone);
            }

            foreach (var rule in ordered)
            {
                Save(Path.Combine(folder, PageOf(rule)), output => RulePage.WriteMarkdown(output, rule.Descriptor, rule.Origin));
            }

            Save(Path.Combine(folder, "README.md"), output => WriteList(output, ordered));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"rules docs: '{folder}' cannot be written to ({exception.Message.TrimEnd('.')}); name another folder with --out");
        }
    }

    // Only what this command wrote begins with the id of a rule that is the file's name.
    private static bool IsPage(string file) =>
        File.ReadLines(file).FirstOrDefault()?.StartsWith($"# {Path.GetFileNameWithoutExtension(file)}: ", StringComparison.Ordinal) ?? false;

    private static void WriteList(TextWriter output, List<RuleInfo> rules)
    {
        output.WriteLine("# Rules");
        output.WriteLine();
        output.WriteLine("Written by `rulesengine rules docs --out`; a rule's own file says what stands on its page.");
        foreach (var origin in rules.GroupBy(rule => rule.Origin, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            output.WriteLine();
            output.WriteLine($"## {origin.Key}");
            output.WriteLine();
            output.WriteLine("| rule | severity | what it finds |");
            output.WriteLine("|---|---|---|");
            foreach (var rule in origin)
            {
                output.WriteLine($"| [{rule.Descriptor.Id}]({PageOf(rule)}) | {Severities.NameOf(rule.Descriptor.DefaultSeverity)} | {rule.Descriptor.Title} |");
            }
        }
    }

    private static string PageOf(RuleInfo rule) => rule.Descriptor.Id + ".md";

    private static void Save(string path, Action<TextWriter> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        write(output);
        File.WriteAllText(path, output.ToString());
    }
}
