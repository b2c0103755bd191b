using RulesEngine.Core.Facts.Numbers;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Facts.Figures;

/// <summary>The word lists that tell who carries a figure.</summary>
internal sealed class SourcingLexicons(ILexicons lexicons)
{
    public PhraseTable<string> Vague { get; } = new(lexicons["vague-sources"].Entries.Select(entry => (entry.Term, entry.Term)));

    public PhraseTable<string> Documents { get; } = new(lexicons["document-words"].Entries.Select(entry => (entry.Term, entry["kind"])));

    public PhraseTable<string> PollTalk { get; } = new(lexicons["poll-talk"].Entries.Select(entry => (entry.Term, entry.Term)));
}
