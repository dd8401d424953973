using System.Runtime.Intrinsics;
using NetGen.Runtime;
using Shouldly;

namespace NetGen.Tests.Models;

/// <summary>The hyperbolic tangent of vectors against the one of doubles.</summary>
public sealed class TanhTests
{
    /// <summary>Values over all magnitudes, dense where the function bends.</summary>
    private static IEnumerable<float> Places =>
        Enumerable.Range(0, 200_000).Select(i => i * 6e-5f).Concat(Enumerable.Range(1, 2_000).Select(i => BitConverter.Int32BitsToSingle(i * 1_069_547)).Where(float.IsFinite));

    [Fact]
    public void Tanh_IsNearTheExactOne()
    {
        foreach (float x in Places)
        {
            double exact = Math.Tanh(x);
            double unit = Math.Max(float.Epsilon, MathF.BitIncrement((float)exact) - (double)(float)exact);
            foreach (float y in Forms(x))
            {
                (Math.Abs(y - exact) / unit).ShouldBeLessThanOrEqualTo(7, $"tanh {x}");
                y.ShouldBeInRange(0, 1);
            }

            Forms(-x).ShouldBe(Forms(x).Select(y => -y));
        }
    }

    [Theory]
    [InlineData(float.PositiveInfinity, 1f)]
    [InlineData(float.NegativeInfinity, -1f)]
    [InlineData(20f, 1f)]
    [InlineData(float.NaN, float.NaN)]
    [InlineData(-0f, -0f)]
    public void Ends_AreExact(float x, float y)
    {
        foreach (float form in Forms(x))
        {
            BitConverter.SingleToInt32Bits(form).ShouldBe(BitConverter.SingleToInt32Bits(y));
        }
    }

    private static float[] Forms(float x) => [VectorMath.Tanh(Vector512.Create(x))[5], VectorMath.Tanh(Vector256.Create(x))[3], VectorMath.Tanh(Vector128.Create(x))[1]];
}
