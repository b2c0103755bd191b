using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>Whether an article is a report of sport: words that only sport uses all over it. One instance an article; worked out when a result asks.</summary>
internal sealed class SportPages(ArticleFacts facts, PhraseTable<string> words)
{
    private const int MostSentences = 60;
    private const int FewestSentences = 3;
    private bool? _isSport;

    public bool IsSport => _isSport ??= Read();

    // At least every third sentence, and more than a passing mention.
    private bool Read()
    {
        var pieces = new Pieces(facts);
        var read = Math.Min(facts.Sentences.Length, MostSentences);
        var speaking = 0;
        for (var i = 0; i < read; i++)
        {
            pieces.Read(facts.Sentences[i]);
            speaking += Speaks(pieces) ? 1 : 0;
        }

        return speaking >= FewestSentences && speaking * 3 >= read;
    }

    private bool Speaks(Pieces pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            if (words.TryMatch(pieces, i, out var strict, out _) && strict == "yes")
            {
                return true;
            }
        }

        return false;
    }
}
