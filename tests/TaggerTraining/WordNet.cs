using System.Globalization;
using RulesEngine.Core.Language;
using RulesEngine.Sdk;

namespace RulesEngine.TaggerTraining;

/// <summary>Reads the single words of WordNet's database with the tags of their word classes.</summary>
internal static class WordNet
{
    // Lexicographer files of animals and plants: their capitalised nouns are taxa, which news does not name.
    private static readonly string[] s_taxa = ["05", "20"];

    /// <summary>Every word of letters in a folder with data.noun, data.verb, data.adj and data.adv, as a set of tags.</summary>
    public static SortedDictionary<string, ulong> Read(string folder)
    {
        var words = new SortedDictionary<string, ulong>(StringComparer.Ordinal);
        Read(Path.Combine(folder, "data.noun"), words, WordClasses.SetOf(PennTag.NN), WordClasses.SetOf(PennTag.NNP));
        Read(Path.Combine(folder, "data.verb"), words, WordClasses.SetOf(PennTag.VB, PennTag.VBP), 0);
        Read(Path.Combine(folder, "data.adj"), words, WordClasses.SetOf(PennTag.JJ), WordClasses.SetOf(PennTag.JJ));
        Read(Path.Combine(folder, "data.adv"), words, WordClasses.SetOf(PennTag.RB), 0);
        return words;
    }

    private static void Read(string path, SortedDictionary<string, ulong> words, ulong common, ulong capitalised)
    {
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0 && char.IsAsciiDigit(line[0])))
        {
            var cells = line.Split(' ');
            var count = int.Parse(cells[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            for (var i = 0; i < count; i++)
            {
                var word = cells[4 + (2 * i)].Split('(')[0];
                var tags = char.IsUpper(word[0]) ? (s_taxa.Contains(cells[1]) ? 0 : capitalised) : common;
                if (tags != 0 && word.Length > 2 && word.All(char.IsAsciiLetter))
                {
                    var key = word.ToLowerInvariant();
                    words[key] = words.GetValueOrDefault(key) | tags;
                }
            }
        }
    }
}
