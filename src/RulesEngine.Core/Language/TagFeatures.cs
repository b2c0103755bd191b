using System.Runtime.CompilerServices;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Language;

/// <summary>What the tagger sees of a word, as hashes; made once a token.</summary>
internal struct WordView
{
    /// <summary>The word in lower case, digits as one class, apostrophes straight.</summary>
    public uint Word;

    /// <summary>Its last one to five letters; 0 where the word is shorter.</summary>
    public uint Suffix1, Suffix2, Suffix3, Suffix4, Suffix5;

    /// <summary>Its first one to four letters.</summary>
    public uint Prefix1, Prefix2, Prefix3, Prefix4;

    /// <summary>Capitals, digits and hyphens, and whether capitals say anything here.</summary>
    public uint Shape;

    /// <summary>The tags that the treebank gives the word; 0 where it has it seldom or never.</summary>
    public uint Class;
}

/// <summary>The features of the tagger. Training and tagging share them; a change makes the weights worthless.</summary>
internal static class TagFeatures
{
    /// <summary>Number of features of a token.</summary>
    public const int Count = 32;

    private const uint Prime = 16777619;
    private const uint Basis = 2166136261;
    private static readonly WordView s_edge = new() { Word = 1, Shape = 1, Class = 1 };

    /// <summary>Describes the words of a sentence. <paramref name="views"/> gets two edges before and two after them.</summary>
    public static void Describe(string text, ReadOnlySpan<Token> tokens, Span<WordView> views)
    {
        var capitals = CapitalsOf(text, tokens);
        views[0] = views[1] = s_edge;
        for (var i = 0; i < tokens.Length; i++)
        {
            Describe(text.AsSpan(tokens[i].Start, tokens[i].Length), (i == 0 ? 4u : 0u) + capitals, ref views[i + 2]);
        }

        views[tokens.Length + 2] = views[tokens.Length + 3] = s_edge;
    }

    /// <summary>Writes the features of a token.</summary>
    /// <param name="views">As <see cref="Describe(string, ReadOnlySpan{Token}, Span{WordView})"/> made them.</param>
    /// <param name="index">Index of the token in the sentence.</param>
    /// <param name="previous">The tag before it.</param>
    /// <param name="secondPrevious">The tag before that.</param>
    /// <param name="into"><see cref="Count"/> hashes.</param>
    public static void Extract(ReadOnlySpan<WordView> views, int index, PennTag previous, PennTag secondPrevious, Span<uint> into)
    {
        ref readonly var w = ref views[index + 2];
        ref readonly var before = ref views[index + 1];
        ref readonly var after = ref views[index + 3];
        var t1 = (uint)previous + 1;
        var t2 = ((uint)secondPrevious + 1) * 64 + t1;
        into[31] = Mix(32, w.Class, before.Class * 31 + after.Class);
        into[0] = Mix(1, w.Word, 0);
        into[1] = Mix(2, w.Shape, 0);
        into[2] = Mix(3, w.Suffix1, 0);
        into[3] = Mix(4, w.Suffix2, 0);
        into[4] = Mix(5, w.Suffix3, 0);
        into[5] = Mix(6, w.Suffix4, 0);
        into[6] = Mix(7, w.Suffix5, 0);
        into[7] = Mix(8, w.Prefix1, 0);
        into[8] = Mix(9, w.Prefix2, 0);
        into[9] = Mix(10, w.Prefix3, 0);
        into[10] = Mix(11, w.Prefix4, 0);
        into[11] = Mix(12, t1, 0);
        into[12] = Mix(13, t2, 0);
        into[13] = Mix(14, t1, w.Word);
        into[14] = Mix(15, before.Word, 0);
        into[15] = Mix(16, after.Word, 0);
        into[16] = Mix(17, views[index].Word, 0);
        into[17] = Mix(18, views[index + 4].Word, 0);
        into[18] = Mix(19, before.Word, w.Word);
        into[19] = Mix(20, w.Word, after.Word);
        into[20] = Mix(21, after.Suffix3, w.Suffix2);
        into[21] = Mix(22, after.Suffix2, 0);
        into[22] = Mix(23, w.Shape, before.Shape * 64 + after.Shape);
        into[23] = Mix(24, t1, after.Word);
        into[24] = Mix(25, after.Class, w.Class);
        into[25] = Mix(26, t1, after.Class * 64 + w.Shape);
        into[26] = Mix(27, w.Shape, w.Suffix3);
        into[27] = Mix(28, t1, w.Suffix3);
        into[28] = Mix(29, t2, w.Class);
        into[29] = Mix(30, t2, w.Word);
        into[30] = Mix(31, t1, views[index + 4].Class * 512 + after.Class);
    }

    /// <summary>The key under which the model keeps what it knows of a whole word.</summary>
    public static uint WordKey(uint word) => Mix(40, word, 0);

    /// <summary>Sets the class of a word; returns its tag where the treebank gives it only one, otherwise None.</summary>
    public static PennTag Classify(TagTable table, ref WordView view)
    {
        var pairs = table.Find(WordKey(view.Word));
        if (pairs.IsEmpty)
        {
            return PennTag.None;
        }

        var hash = ClassBasis;
        var at = 0;
        do
        {
            hash = AddToClass(hash, pairs[at] & 63);
            at += 2;
        }
        while (pairs[at - 2] < TagModel.Last);
        view.Class = hash;
        return (sbyte)pairs[1] == TagModel.Certain ? (PennTag)(pairs[0] & 63) : PennTag.None;
    }

    /// <summary>The class of a set of tags, in the order of their numbers: start from <see cref="ClassBasis"/>.</summary>
    public static uint AddToClass(uint hash, int tag) => (hash * 64) + (uint)tag + 3;

    /// <summary>The class of no tags.</summary>
    public const uint ClassBasis = 7;

    private static void Describe(ReadOnlySpan<char> text, uint position, ref WordView view)
    {
        view = default;
        var hash = Basis;
        var upper = 0;
        var digits = 0;
        var other = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = Fold(text[i], ref upper, ref digits, ref other);
            hash = (hash ^ c) * Prime;
            switch (i)
            {
                case 0: view.Prefix1 = hash; break;
                case 1: view.Prefix2 = hash; break;
                case 2: view.Prefix3 = hash; break;
                case 3: view.Prefix4 = hash; break;
            }
        }

        view.Word = hash;
        DescribeSuffixes(text, ref view);
        var first = text[0];
        var kind = char.IsUpper(first) ? (upper == 1 ? (text.Length == 1 ? 1u : 2u) : upper + other == text.Length ? 3u : 4u) : upper > 0 ? 5u : 0u;
        var marks = (digits == 0 ? 0u : digits == text.Length ? 1u : 2u) * 3 + (other == 0 ? 0u : other == text.Length ? 1u : 2u);
        view.Shape = ((kind * 9) + marks) * 16 + position + 2;
    }

    private static void DescribeSuffixes(ReadOnlySpan<char> text, ref WordView view)
    {
        var hash = Basis;
        int unused = 0, unused2 = 0, unused3 = 0;
        for (var i = 1; i <= 5 && i < text.Length; i++)
        {
            hash = (hash ^ Fold(text[^i], ref unused, ref unused2, ref unused3)) * Prime;
            switch (i)
            {
                case 1: view.Suffix1 = hash; break;
                case 2: view.Suffix2 = hash; break;
                case 3: view.Suffix3 = hash; break;
                case 4: view.Suffix4 = hash; break;
                default: view.Suffix5 = hash; break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Fold(char c, ref int upper, ref int digits, ref int other)
    {
        if (char.IsAsciiLetterLower(c))
        {
            return c;
        }

        if (char.IsAsciiLetterUpper(c))
        {
            upper++;
            return c | 0x20u;
        }

        if (char.IsAsciiDigit(c))
        {
            digits++;
            return '0';
        }

        if (c >= '\u0080' && char.IsLetter(c))
        {
            upper += char.IsUpper(c) ? 1 : 0;
            return char.ToLowerInvariant(c);
        }

        other++;
        return c switch
        {
            '’' or '‘' or '`' or '´' or 'ʼ' => '\'',
            '“' or '”' or '„' or '«' or '»' => '"',
            '–' or '—' => '-',
            _ => c,
        };
    }

    // 0 where capitals tell names, 1 where most words have one (a headline), 2 where all letters are capitals.
    private static uint CapitalsOf(string text, ReadOnlySpan<Token> tokens)
    {
        int words = 0, titled = 0, upper = 0;
        foreach (var token in tokens)
        {
            if (token.Length > 3 && char.IsLetter(text[token.Start]))
            {
                words++;
                titled += char.IsUpper(text[token.Start]) ? 1 : 0;
                upper += char.IsUpper(text[token.Start + 1]) && char.IsUpper(text[token.End - 1]) ? 1 : 0;
            }
        }

        return words < 3 ? 0u : upper * 10 >= words * 8 ? 2u : titled * 10 >= words * 8 ? 1u : 0u;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(uint template, uint left, uint right)
    {
        var hash = ((((template * 0x9E3779B1u) ^ left) * 0x85EBCA6Bu) ^ right) * 0xC2B2AE35u;
        return hash ^ (hash >> 15);
    }
}
