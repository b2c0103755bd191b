using System.Globalization;
using RulesEngine.TaggerTraining;

if (args is ["evaluate", var part, ..])
{
    Evaluation.Run(Treebank.Read(part), args.Contains("--verbose"));
    return 0;
}

if (args is ["train", var from, var to, ..])
{
    var p = args[3..].Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray();
    File.WriteAllBytes(to, Training.Run(Treebank.Read(from), (int)p[0], (int)p[1], p[2], p[3], (int)p[4]));
    return 0;
}

Console.Error.WriteLine("usage: TaggerTraining evaluate PART.tsv [--verbose]");
return 2;
