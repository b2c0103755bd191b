using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace RulesEngine.Core.Collections;

/// <summary>
/// A list of the engine's own values for the innermost loops. The methods of <see cref="List{T}"/> over a struct of ours are
/// compiled anew at every start and stay slow for most of a run; these are compiled ahead with the assembly. One thread.
/// </summary>
internal sealed class ValueList<T>(int capacity = 4)
    where T : struct
{
    private T[] _items = new T[capacity];

    public int Count { get; private set; }

    public ref T this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
            {
                throw new ArgumentOutOfRangeException(nameof(index));
            }

            return ref _items[index];
        }
    }

    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Grow();
        }

        _items[Count++] = item;
    }

    public void Insert(int index, T item)
    {
        Add(item);
        Array.Copy(_items, index, _items, index + 1, Count - 1 - index);
        _items[index] = item;
    }

    public void RemoveRange(int index, int count)
    {
        Array.Copy(_items, index + count, _items, index, Count - index - count);
        Count -= count;
    }

    public void Clear() => Count = 0;

    /// <summary>What the list holds, as an array of its own.</summary>
    public ImmutableArray<T> ToImmutable()
    {
        var items = new T[Count];
        Array.Copy(_items, items, Count);
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    private void Grow()
    {
        var items = new T[Math.Max(4, _items.Length * 2)];
        Array.Copy(_items, items, Count);
        _items = items;
    }
}
