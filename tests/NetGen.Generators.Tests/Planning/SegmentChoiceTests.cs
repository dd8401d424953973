using NetGen.Generators.IR;
using NetGen.Generators.Planning;
using Shouldly;

namespace NetGen.Generators.Tests.Planning;

/// <summary>How predictions are cut into segments, by what their calls move.</summary>
public sealed class SegmentChoiceTests
{
    private const long Cache = 1000;

    /// <summary>Calls alike are one segment: as many images as fit, or, where values are small beside weights, as many as there may be.</summary>
    [Theory]
    [InlineData(100, 1_000, 16)]
    [InlineData(100, 0, 8)]
    [InlineData(1, 100_000, 64)]
    [InlineData(5_000, 0, 1)]
    public void CallsAlike_AreOneSegment(long live, long weights, int images)
    {
        CallTraffic[] calls = [.. Enumerable.Repeat(new CallTraffic(live, live, weights, live / 2), 10)];

        SegmentChoice.Choose(calls, Cache).ShouldBe([new Segment(10, images)]);
    }

    /// <summary>Large values first, which only few images have in the cache, then many weights, which are read once for many images.</summary>
    [Fact]
    public void LargeValuesThenManyWeights_AreTwoSegments()
    {
        CallTraffic[] calls = [.. Enumerable.Repeat(new CallTraffic(500, 500, 10, 250), 6), .. Enumerable.Repeat(new CallTraffic(10, 10, 50_000, 5), 4)];

        List<Segment> segments = SegmentChoice.Choose(calls, Cache);

        segments.Select(s => s.End).ShouldBe([6, 10]);
        segments[0].Images.ShouldBeLessThan(4);
        segments[1].Images.ShouldBe(64);
    }

    /// <summary>One call of very large values keeps others from no more images than it can take itself.</summary>
    [Fact]
    public void AVeryLargeValue_LimitsItsOwnSegmentAlone()
    {
        CallTraffic[] calls = [new(40_000, 40_000, 10, 0), new(40_000, 40_000, 10, 500), .. Enumerable.Repeat(new CallTraffic(10, 10, 500_000, 5), 4)];

        SegmentChoice.Choose(calls, Cache).ShouldBe([new Segment(2, 1), new Segment(6, 64)]);
    }

    /// <summary>What goes over to the next segment leaves the cache, so that a cut must be worth it.</summary>
    [Fact]
    public void ACutThatCostsMoreThanItSaves_IsNone()
    {
        CallTraffic[] calls = [new(900, 900, 0, 0), new(900, 10, 300, 900), new(900, 900, 0, 900)];

        SegmentChoice.Choose(calls, Cache).ShouldHaveSingleItem();
    }

    [Fact]
    public void NoCalls_AreOneSegment() => SegmentChoice.Choose([], Cache).ShouldHaveSingleItem().End.ShouldBe(0);
}
