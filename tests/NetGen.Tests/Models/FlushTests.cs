using System.Runtime.Intrinsics;
using NetGen.Runtime;
using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>Gradients that are too small to matter, in the three widths.</summary>
public sealed class FlushTests
{
    [Theory]
    [InlineData(7.8e-31f, 0)]
    [InlineData(-7.8e-31f, 0)]
    [InlineData(1e-40f, 0)]
    [InlineData(7.9e-31f, 7.9e-31f)]
    [InlineData(-7.9e-31f, -7.9e-31f)]
    [InlineData(3, 3)]
    [InlineData(float.NaN, float.NaN)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    public void OnlySmallLanes_BecomeZero(float value, float flushed)
    {
        VectorMath.Flush(Vector128.Create(value, 1, value, 2)).ShouldBe(Vector128.Create(flushed, 1, flushed, 2));
        VectorMath.Flush(Vector256.Create(value)).ShouldBe(Vector256.Create(flushed));
        VectorMath.Flush(Vector512.Create(value)).ShouldBe(Vector512.Create(flushed));
    }
}
