using RulesEngine.Core.Collections;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts;

/// <summary>A stretch of tokens, end exclusive.</summary>
internal readonly record struct TokenRange(int First, int End)
{
    public bool IsEmpty => End <= First;
}

/// <summary>An attribution in tokens, before its quotations run on and its source is classified.</summary>
internal sealed class AttributionDraft(Sentence sentence, Cue cue, TokenRange cueRange, TokenRange? source)
{
    public Sentence Sentence { get; } = sentence;

    public Cue Cue { get; } = cue;

    public TokenRange CueRange { get; set; } = cueRange;

    public TokenRange? Source { get; set; } = source;

    /// <summary>In the order of the text once they are sorted.</summary>
    public ValueList<TokenRange> Content { get; } = new();

    public bool IsNegated { get; init; }

    /// <summary>The first utterance in quotation marks that is a part of the content.</summary>
    public Quotation? Quotation { get; set; }

    /// <summary>Puts the content in the order of the text.</summary>
    public void SortContent()
    {
        for (var i = 1; i < Content.Count; i++)
        {
            var range = Content[i];
            var at = i;
            for (; at > 0 && Content[at - 1].First > range.First; at--)
            {
                Content[at] = Content[at - 1];
            }

            Content[at] = range;
        }
    }
}
