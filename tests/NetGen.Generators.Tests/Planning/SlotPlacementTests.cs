using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;
using NetGen.Generators.Planning;
using Shouldly;

namespace NetGen.Generators.Tests.Planning;

/// <summary>Buffers that are alive at the same time lie apart, and the others share.</summary>
public sealed class SlotPlacementTests
{
    [Fact]
    public void AChain_TakesItsLargestNeighbours()
    {
        Life[] chain = [new(64, 1, 2), new(32, 2, 3), new(48, 3, 4), new(16, 4, 5)];

        SlotPlacement.Place(chain, out long end);

        end.ShouldBe(64 + 32);
    }

    [Fact]
    public void ASkipConnection_KeepsItsPlace()
    {
        Life[] lives = [new(32, 1, 5), new(64, 1, 2), new(64, 2, 3), new(64, 3, 4), new(16, 4, 5)];

        long[] offsets = SlotPlacement.Place(lives, out long end);

        end.ShouldBe(64 + 64 + 32);
        offsets[1].ShouldBe(offsets[3]);
    }

    [Fact]
    public void AGap_ThatAnEarlierLifeLeft_IsUsed()
    {
        Life[] lives = [new(96, 1, 1), new(80, 1, 9), new(64, 1, 1), new(48, 1, 9), new(64, 2, 9)];

        long[] offsets = SlotPlacement.Place(lives, out long end);

        offsets.ShouldBe([0, 96, 176, 240, 0]);
        end.ShouldBe(96 + 80 + 64 + 48);
    }

    [Fact]
    public void NothingAtAll_TakesNothing()
    {
        SlotPlacement.Place([], out long end).ShouldBeEmpty();
        end.ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RandomLives_NeverMeetInMemory(int seed)
    {
        Random random = new(seed);
        Life[] lives = Enumerable.Range(0, 200).Select(_ =>
        {
            int first = random.Next(1, 300);
            return new Life(16 * random.Next(1, 50), first, first + random.Next(0, 20));
        }).ToArray();

        long[] offsets = SlotPlacement.Place(lives, out long end);

        for (int i = 0; i < lives.Length; i++)
        {
            offsets[i].ShouldBeGreaterThanOrEqualTo(0);
            (offsets[i] + lives[i].Size).ShouldBeLessThanOrEqualTo(end);
            for (int j = 0; j < i; j++)
            {
                bool together = lives[i].First <= lives[j].Last && lives[j].First <= lives[i].Last;
                bool overlap = offsets[i] < offsets[j] + lives[j].Size && offsets[j] < offsets[i] + lives[i].Size;
                (together && overlap).ShouldBeFalse();
            }
        }

        long atOnce = Enumerable.Range(1, 320).Max(t => lives.Where(l => l.First <= t && t <= l.Last).Sum(l => l.Size));
        end.ShouldBeLessThan(atOnce * 5 / 4);
    }
}
