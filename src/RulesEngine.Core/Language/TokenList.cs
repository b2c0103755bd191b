using System.Collections.Immutable;
using System.Runtime.InteropServices;
using RulesEngine.Sdk;

namespace RulesEngine.Core.Language;

/// <summary>
/// The tokens of an article while they are cut. A list of its own, as any generic one over a struct of another assembly is compiled
/// at every start. One thread.
/// </summary>
internal sealed class TokenList(int capacity = 16)
{
    private Token[] _tokens = new Token[capacity];

    public int Count { get; private set; }

    public ref readonly Token this[int index] => ref _tokens[index];

    public void Add(Token token)
    {
        if (Count == _tokens.Length)
        {
            Grow();
        }

        _tokens[Count++] = token;
    }

    /// <summary>The tokens as an array of its own.</summary>
    public ImmutableArray<Token> ToImmutable()
    {
        var tokens = new Token[Count];
        Array.Copy(_tokens, tokens, Count);
        return ImmutableCollectionsMarshal.AsImmutableArray(tokens);
    }

    private void Grow()
    {
        var tokens = new Token[_tokens.Length * 2];
        Array.Copy(_tokens, tokens, Count);
        _tokens = tokens;
    }
}
