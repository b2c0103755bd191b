using RulesEngine.Core.Language;
using RulesEngine.TaggerTraining;

try
{
    switch (args)
    {
        case ["evaluate", var part]:
            Evaluation.Run(Treebank.Read(part), TagModel.Instance, verbose: false);
            return 0;
        case ["evaluate", var part, "--verbose"]:
            Evaluation.Run(Treebank.Read(part), TagModel.Instance, verbose: true);
            return 0;
        case ["evaluate", var part, var model]:
            Evaluation.Run(Treebank.Read(part), new TagModel(File.ReadAllBytes(model)), verbose: false);
            return 0;
        case ["speed", var part]:
            Speed.Run(Treebank.Read(part));
            return 0;
        case ["train", var part, var wordNet, var model]:
            File.WriteAllBytes(model, Training.Run(Treebank.Read(part), WordNet.Read(wordNet), new TrainingOptions()));
            return 0;
    }
}
catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException or IndexOutOfRangeException)
{
    Console.Error.WriteLine($"TaggerTraining: {error.Message} Give a part of the treebank (and WordNet's folder with data.noun); README.md says how.");
    return 1;
}

Console.Error.WriteLine("""
    usage: TaggerTraining evaluate PART.tsv [--verbose | MODEL.bin]
           TaggerTraining speed PART.tsv
           TaggerTraining train TRAIN.tsv WORDNET-FOLDER MODEL.bin
    """);
return 2;
