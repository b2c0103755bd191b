using CsCheck;
using RulesEngine.Core.Fixes;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Tests.Fixes;

public sealed class TextChangeTests
{
    /// <summary>Edits of a text of sixty characters that do not touch.</summary>
    private static readonly Gen<TextEdit[]> Edits = Gen.Select(Gen.Int[0, 8], Gen.Int[0, 4], Gen.String[Gen.Char['A', 'Z'], 0, 6])
        .Array[0, 5]
        .Select(parts =>
        {
            var at = 0;
            return parts.Select(part =>
            {
                var span = new TextSpan(at + part.Item1, at + part.Item1 + part.Item2);
                at = span.End + 1;
                return new TextEdit(span, part.Item3);
            }).ToArray();
        });

    private static readonly string Text = string.Concat(Enumerable.Range(0, 80).Select(i => (char)('a' + (i % 26))));

    [Fact]
    public void A_span_that_no_edit_touches_covers_the_same_text_afterwards() => Gen.Select(Edits, Gen.Int[0, 60], Gen.Int[1, 10]).Sample((edits, start, length) =>
    {
        var span = new TextSpan(start, start + length);
        if (edits.Any(edit => edit.Span.Start <= span.End && span.Start <= edit.Span.End))
        {
            return;
        }

        var change = new TextChange(edits);
        var mapped = change.Map(span);

        Assert.Equal(Text[span.Start..span.End], change.Apply(Text)[mapped.Start..mapped.End]);
    });

    [Fact]
    public void Every_span_is_led_into_the_text_and_holds_what_replaced_a_part_of_it() => Gen.Select(Edits, Gen.Int[0, 60], Gen.Int[1, 10]).Sample((edits, start, length) =>
    {
        var span = new TextSpan(start, start + length);
        var change = new TextChange(edits);
        var after = change.Apply(Text);
        var mapped = change.Map(span);

        Assert.InRange(mapped.Start, 0, mapped.End);
        Assert.InRange(mapped.End, mapped.Start, after.Length);
        foreach (var edit in edits.Where(edit => edit.Span.Overlaps(span) && edit.NewText.Length > 0))
        {
            Assert.Contains(edit.NewText, after[mapped.Start..mapped.End], StringComparison.Ordinal);
        }
    });
}
