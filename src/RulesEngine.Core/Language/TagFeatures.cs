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

    /// <summary>Its first three and four letters; 0 where the word is shorter.</summary>
    public uint Prefix3, Prefix4;

    /// <summary>Capitals, digits and hyphens, and whether capitals say anything here.</summary>
    public uint Shape;

    /// <summary>The set of tags that the word may have; 0 where nothing is known of it.</summary>
    public uint Class;
}

/// <summary>The features of the tagger. Training and tagging share them; a change makes the weights worthless.</summary>
internal static class TagFeatures
{
    /// <summary>Features that hang on a word alone, whatever stands around it.</summary>
    public const int OwnCount = 12;

    /// <summary>Features that hang on words alone.</summary>
    public const int WordCount = OwnCount + 7;

    /// <summary>Features that hang on the tags before.</summary>
    public const int TagCount = 3;

    /// <summary>Features that hang on two tags alone.</summary>
    public const int TagsAloneCount = 2;

    /// <summary>Features that hang on a word and what stands around it.</summary>
    public const int ContextCount = Count - OwnCount - TagsAloneCount;

    /// <summary>Number of features of a token.</summary>
    public const int Count = WordCount + TagCount;

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

    /// <summary>Writes all features of a token: those of <see cref="ExtractWords"/>, then those of <see cref="ExtractTags"/>.</summary>
    /// <param name="views">As <see cref="Describe(string, ReadOnlySpan{Token}, Span{WordView})"/> made them.</param>
    /// <param name="index">Index of the token in the sentence.</param>
    /// <param name="previous">The tag before it.</param>
    /// <param name="secondPrevious">The tag before that.</param>
    /// <param name="into"><see cref="Count"/> hashes.</param>
    public static void Extract(ReadOnlySpan<WordView> views, int index, PennTag previous, PennTag secondPrevious, Span<uint> into)
    {
        ExtractWords(views, index, into);
        ExtractTags(views, index, previous, secondPrevious, into[WordCount..]);
    }

    /// <summary>Writes the <see cref="ContextCount"/> features that <see cref="ExtractOwn"/> and <see cref="ExtractTagsAlone"/> leave.</summary>
    public static void ExtractContext(ReadOnlySpan<WordView> views, int index, PennTag previous, PennTag secondPrevious, Span<uint> into)
    {
        ExtractNeighbours(views, index, into);
        into[WordCount - OwnCount] = TagsWithWord(in views[index + 2], previous, secondPrevious);
    }

    /// <summary>Writes the <see cref="WordCount"/> features of a token that hang on words alone.</summary>
    public static void ExtractWords(ReadOnlySpan<WordView> views, int index, Span<uint> into)
    {
        ExtractOwn(in views[index + 2], into);
        ExtractNeighbours(views, index, into[OwnCount..]);
    }

    /// <summary>Writes the <see cref="OwnCount"/> features that hang on a word alone.</summary>
    public static void ExtractOwn(ref readonly WordView w, Span<uint> into)
    {
        into[11] = Mix(25, w.Class, w.Shape);
        into[0] = Mix(1, w.Word, 0);
        into[1] = Mix(2, w.Shape, 0);
        into[2] = Mix(3, w.Suffix1, 0);
        into[3] = Mix(4, w.Suffix2, 0);
        into[4] = Mix(5, w.Suffix3, 0);
        into[5] = Mix(6, w.Suffix4, 0);
        into[6] = Mix(7, w.Suffix5, 0);
        into[7] = Mix(10, w.Prefix3, 0);
        into[8] = Mix(11, w.Prefix4, 0);
        into[9] = Mix(12, w.Class, 0);
        into[10] = Mix(24, w.Class, w.Suffix3);
    }

    private static void ExtractNeighbours(ReadOnlySpan<WordView> views, int index, Span<uint> into)
    {
        ref readonly var w = ref views[index + 2];
        ref readonly var before = ref views[index + 1];
        ref readonly var after = ref views[index + 3];
        into[6] = Mix(23, w.Class, before.Class * 31 + after.Class);
        into[0] = Mix(13, before.Word, 0);
        into[1] = Mix(14, after.Word, 0);
        into[2] = Mix(15, views[index].Word, 0);
        into[3] = Mix(18, w.Word, after.Word);
        into[4] = Mix(19, after.Suffix3, w.Suffix2);
        into[5] = Mix(20, w.Shape, before.Shape * 64 + after.Shape);
    }

    /// <summary>Writes the <see cref="TagCount"/> features of a token that hang on the tags before it.</summary>
    public static void ExtractTags(ReadOnlySpan<WordView> views, int index, PennTag previous, PennTag secondPrevious, Span<uint> into)
    {
        ExtractTagsAlone(previous, secondPrevious, into);
        into[TagsAloneCount] = TagsWithWord(in views[index + 2], previous, secondPrevious);
    }

    /// <summary>Writes the <see cref="TagsAloneCount"/> features that hang on two tags alone.</summary>
    public static void ExtractTagsAlone(PennTag previous, PennTag secondPrevious, Span<uint> into)
    {
        into[1] = Mix(41, Pair(previous, secondPrevious), 0);
        into[0] = Mix(40, (uint)previous + 1, 0);
    }

    private static uint TagsWithWord(ref readonly WordView w, PennTag previous, PennTag secondPrevious) => Mix(47, Pair(previous, secondPrevious), w.Word);

    private static uint Pair(PennTag previous, PennTag secondPrevious) => ((uint)secondPrevious + 1) * 64 + (uint)previous + 1;

    /// <summary>The hash of a word, as <see cref="WordView.Word"/> has it.</summary>
    public static uint HashWord(ReadOnlySpan<char> text)
    {
        int unused = 0, unused2 = 0, unused3 = 0;
        var hash = Basis;
        foreach (var c in text)
        {
            hash = Extend(hash, Fold(c, ref unused, ref unused2, ref unused3));
        }

        return hash;
    }

    /// <summary>The hash of a word with one letter more.</summary>
    public static uint Extend(uint hash, uint letter) => (hash ^ letter) * Prime;

    /// <summary>The class of a set of tags, one bit a tag; no set has the class 0.</summary>
    public static uint ClassOf(ulong tags) => tags == 0 ? 0 : (uint)((tags * 0x9E3779B97F4A7C15u) >> 40) | 1;

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
            hash = Extend(hash, c);
            switch (i)
            {
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
