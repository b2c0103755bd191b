using System.Runtime.Loader;
using RulesEngine.Cli;
using RulesEngine.Core.Analysis;
using RulesEngine.Core.Facts;
using RulesEngine.Core.Lexicons;
using RulesEngine.Sdk;

// The first walk through the whole chain: check | inspect FILE... --format json.
var files = args.Skip(1).Where(argument => argument.EndsWith(".txt", StringComparison.Ordinal)).ToList();
var facts = new FactsEngine(EmbeddedLexicons.Instance);
using var output = Console.OpenStandardOutput();
if (args[0] == "inspect")
{
    foreach (var file in files)
    {
        JsonOutput.WriteFacts(output, facts.CreateFacts(FirstReader.Read(file)));
    }

    return 0;
}

var registrations = new List<AnalyzerRegistration>();
foreach (var folder in Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "plugins")).Order(StringComparer.Ordinal))
{
    var name = Path.GetFileName(folder);
    var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(folder, name + ".dll"));
    registrations.AddRange(assembly.GetExportedTypes()
        .Where(type => type.IsSubclassOf(typeof(ArticleAnalyzer)) && !type.IsAbstract)
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => new AnalyzerRegistration((ArticleAnalyzer)Activator.CreateInstance(type)!, new FolderLexicons(folder), name)));
}

var driver = new AnalysisDriver(registrations, [], facts, TimeSpan.FromSeconds(10));
var results = files.ConvertAll(file => driver.Analyze(FirstReader.Read(file), RuleSettings.Default, CancellationToken.None));
JsonOutput.WriteReport(output, results, driver.Notifications);
return 0;
