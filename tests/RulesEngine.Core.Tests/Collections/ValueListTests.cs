using CsCheck;
using RulesEngine.Core.Collections;
using Xunit;

namespace RulesEngine.Core.Tests.Collections;

public sealed class ValueListTests
{
    [Fact]
    public void Holds_what_a_list_holds_after_the_same_steps()
    {
        var step = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 99], Gen.Int[0, 9]);
        Gen.Select(Gen.Int[0, 5], step.Array[0, 40]).Sample((capacity, steps) =>
        {
            var (list, expected) = (new ValueList<int>(capacity), new List<int>());
            foreach (var (kind, value, place) in steps)
            {
                var at = Math.Min(place, expected.Count);
                switch (kind)
                {
                    case 0:
                        list.Add(value);
                        expected.Add(value);
                        break;
                    case 1:
                        list.Insert(at, value);
                        expected.Insert(at, value);
                        break;
                    case 2:
                        list.RemoveRange(at, Math.Min(2, expected.Count - at));
                        expected.RemoveRange(at, Math.Min(2, expected.Count - at));
                        break;
                    default:
                        if (at < expected.Count)
                        {
                            list[at] = value;
                            expected[at] = value;
                        }

                        break;
                }
            }

            Assert.Equal(expected, list.ToImmutable());
        });
    }

    [Fact]
    public void Refuses_an_index_behind_its_end_though_there_is_room()
    {
        var list = new ValueList<int>(8);
        list.Add(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[1]);
        list.Clear();
        Assert.Throws<ArgumentOutOfRangeException>(() => list[0]);
    }
}
