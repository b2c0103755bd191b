using RulesEngine.TaggerTraining;

if (args is ["evaluate", var part, ..])
{
    Evaluation.Run(Treebank.Read(part), args.Contains("--verbose"));
    return 0;
}

Console.Error.WriteLine("usage: TaggerTraining evaluate PART.tsv [--verbose]");
return 2;
