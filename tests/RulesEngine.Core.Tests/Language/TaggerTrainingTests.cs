using RulesEngine.Core.Language;
using RulesEngine.Sdk;
using RulesEngine.TaggerTraining;

namespace RulesEngine.Core.Tests.Language;

public sealed class TaggerTrainingTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_model_learns_what_its_treebank_teaches()
    {
        string[] lines =
        [
            "# newdoc", "# newpar",
            .. Sentence("the/DT ferry/NN sails/VBZ ./."),
            .. Sentence("a/DT captain/NN waits/VBZ ./."),
            .. Sentence("the/DT sails/NNS tear/VBP ./."),
        ];
        File.WriteAllLines(_path, Enumerable.Repeat(lines, 4).SelectMany(line => line));
        var treebank = Treebank.Read(_path);
        var dictionary = new SortedDictionary<string, ulong>(StringComparer.Ordinal) { ["ferry"] = WordClasses.SetOf(PennTag.NN) };

        var model = new TagModel(Training.Run(treebank, dictionary, new TrainingOptions { Runs = 1, Greatest = 4 }));

        var (tokens, sentences) = SentenceSplitter.Split(treebank.Article);
        Assert.Equal(treebank.Sentences.SelectMany(sentence => sentence.Tags), Tagger.Tag(model, treebank.Article.Text, tokens, sentences));
    }

    private static IEnumerable<string> Sentence(string words) =>
        words.Split(' ').Select(word => word.Split('/')).Select((word, i) => $"{i + 1}\t{word[0]}\t{word[0]}\tX\t{word[1]}").Append("");
}
