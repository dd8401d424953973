using NetGen.Generators.IR;
using Shouldly;

namespace NetGen.Generators.Tests.Planning;

public sealed class TapPhaseTests
{
    /// <summary>Against the definition: input pixel i sums over the taps k for which (i + pad − dilation · k) is a multiple of the stride, each from that output pixel.</summary>
    [Theory]
    [InlineData(1, 0, 1, 3, 7)]
    [InlineData(1, 1, 1, 3, 7)]
    [InlineData(2, 1, 1, 3, 8)]
    [InlineData(3, 2, 1, 5, 11)]
    [InlineData(4, 0, 1, 2, 9)]
    [InlineData(2, 3, 3, 4, 10)]
    [InlineData(4, 2, 2, 5, 13)]
    [InlineData(6, 1, 4, 3, 12)]
    [InlineData(5, 0, 5, 3, 17)]
    [InlineData(7, 3, 1, 3, 2)]
    public void Phases_ReachEveryPixelByItsTaps(int stride, int pad, int dilation, int kernel, int size)
    {
        SortedSet<(int Pixel, int Tap, int Output)> expected = [];
        for (int pixel = 0; pixel < size; pixel++)
        {
            for (int tap = 0; tap < kernel; tap++)
            {
                int at = pixel + pad - (dilation * tap);
                if (((at % stride) + stride) % stride == 0)
                {
                    expected.Add((pixel, tap, (int)Math.Floor(at / (double)stride)));
                }
            }
        }

        List<TapPhase> phases = TapPhase.Of(stride, pad, dilation, kernel, size);

        Visited(phases, stride).ShouldBe(expected);
        Visited(TapPhase.Together(phases), stride).ShouldBe(expected);
        phases.SelectMany(p => Enumerable.Range(0, p.Outputs).Select(i => p.First + (stride * i))).Order().ShouldBe(Enumerable.Range(0, size));
    }

    [Fact]
    public void Together_TakesNeighboursThatAreAlike()
    {
        List<TapPhase> phases = TapPhase.Of(stride: 32, pad: 0, dilation: 1, kernel: 64, size: 64);

        phases.Count.ShouldBe(32);
        TapPhase.Together(phases).ShouldHaveSingleItem().Count.ShouldBe(32);
    }

    [Fact]
    public void Reach_IsTheBorderThatIsRead()
    {
        TapPhase phase = TapPhase.Of(stride: 1, pad: 0, dilation: 1, kernel: 3, size: 7).ShouldHaveSingleItem();

        phase.Reach(outputSize: 5).ShouldBe(2);
        phase.Reach(outputSize: 3).ShouldBe(4);
    }

    private static SortedSet<(int Pixel, int Tap, int Output)> Visited(List<TapPhase> phases, int stride)
    {
        SortedSet<(int, int, int)> visited = [];
        foreach (TapPhase phase in phases)
        {
            for (int of = 0; of < phase.Count; of++)
            {
                for (int i = 0; i < phase.Outputs; i++)
                {
                    for (int tap = 0; tap < phase.Taps; tap++)
                    {
                        visited.Add((phase.First + of + (stride * i), phase.LastTap + of - (tap * phase.TapStep), phase.Start + i + (tap * phase.Step))).ShouldBeTrue();
                    }
                }
            }
        }

        return visited;
    }
}
