using Shouldly;

namespace NetGen.Tests.Augmenting;

/// <summary>
/// Expected values come from a program of plain loops in numpy's doubles: the matrix by SciPy's and Keras's documentation, the four neighbours on an endless grid by
/// the fill mode's picture, except that SciPy's "constant" takes the constant alone beyond the outermost centres.
/// </summary>
public sealed class AffineTests
{
    private static readonly AffineMatrix _keras =
        (AffineMatrix.Rotation(20) * AffineMatrix.Shift(0.7, -1.2) * AffineMatrix.KerasShear(15) * AffineMatrix.Zoom(1.4, 1.2)).AboutCentre(4, 5);

    [Theory]
    [InlineData(FillMode.Nearest, new[] { 8.12197f, 2.85969f, 9f, 9f, 8.14531f, 8.46851f, 5.61286f, 4.58144f, 3.60792f, 0.155896f, 3.79286f, 5.55192f, 5.3103f, 1.1642f, 2.12186f, 5.2572f, 3.33405f, 9.11455f, 5.72481f, 4f })]
    [InlineData(FillMode.Constant, new[] { -5f, -5f, -5f, -5f, -5f, -5f, -5f, 4.58144f, -5f, -5f, 3.79286f, 5.55192f, 5.3103f, -5f, -5f, -5f, 3.33405f, 9.11455f, 5.72481f, -5f })]
    [InlineData(FillMode.Reflect, new[] { 4.9756f, 3.54273f, 9f, 6.08649f, 5.11708f, 8.46851f, 5.61286f, 4.58144f, 3.60792f, 4.32987f, 3.79286f, 5.55192f, 5.3103f, 1.1642f, 3.54267f, 5.2572f, 3.33405f, 9.11455f, 5.72481f, 4f })]
    [InlineData(FillMode.Wrap, new[] { 5.71802f, 6.6199f, 5.03776f, 6.45922f, 6.98261f, 6.29691f, 4.20189f, 4.58144f, 4.03763f, 1.46036f, 3.79286f, 5.55192f, 5.3103f, 1.36237f, 5.70105f, 2.28036f, 3.33405f, 9.11455f, 5.72481f, 7.23197f })]
    public void Resampling_MatchesTheDefinition_InEveryChannel(FillMode mode, float[] expected)
    {
        // The second channel is the first doubled: interpolation is linear, and its constant is its own.
        float[] image = [.. Images.Sample, .. Images.Sample.Select(v => 2 * v)];

        float[] actual = Images.Resampled(image, [2, 4, 5], _keras, mode, mode == FillMode.Constant ? [-5, -10] : null);

        actual.Length.ShouldBe(40);
        for (int i = 0; i < 20; i++)
        {
            actual[i].ShouldBe(expected[i], 2e-5);
            actual[20 + i].ShouldBe(2 * expected[i], 4e-5);
        }
    }

    [Theory]
    [InlineData(FillMode.Nearest, new[] { 1f, 1, 1, 1, 2 }, new[] { 3f, 4, 4, 4, 4 })]
    [InlineData(FillMode.Constant, new[] { 9f, 9, 9, 1, 2 }, new[] { 3f, 4, 9, 9, 9 })]
    [InlineData(FillMode.Reflect, new[] { 3f, 2, 1, 1, 2 }, new[] { 3f, 4, 4, 3, 2 })]
    [InlineData(FillMode.Wrap, new[] { 3f, 4, 5, 1, 2 }, new[] { 3f, 4, 5, 1, 2 })]
    public void WholePixels_AreShiftedExactly(FillMode mode, float[] right3, float[] left2)
    {
        float[]? fill = mode == FillMode.Constant ? [9] : null;
        float[] image = mode is FillMode.Wrap ? [1, 2, 3, 4, 5] : [1, 2, 3, 4, 4];

        Images.Resampled(image, [1, 1, 5], AffineMatrix.Shift(-3, 0), mode, fill).ShouldBe(right3);
        Images.Resampled([.. image], [1, 5, 1], AffineMatrix.Shift(0, -3), mode, fill).ShouldBe(right3);
        if (mode != FillMode.Wrap)
        {
            Images.Resampled([1, 2, 3, 4], [1, 1, 4], AffineMatrix.Shift(2, 0), mode, fill).ShouldBe(left2[..4]);
        }
        else
        {
            Images.Resampled(image, [1, 1, 5], AffineMatrix.Shift(2, 0), mode, fill).ShouldBe([3, 4, 5, 1, 2]);
        }
    }

    /// <summary>Pictures of the documentation, over two widths.</summary>
    [Theory]
    [InlineData(FillMode.Nearest, "aaaaaaaaabcdddddddddd")]
    [InlineData(FillMode.Reflect, "abcddcbaabcddcbaabcdd")]
    [InlineData(FillMode.Wrap, "abcdabcdabcdabcdabcda")]
    public void Borders_AreThoseOfThePictures(FillMode mode, string expected)
    {
        Border border = new(mode, null, 1);

        string.Concat(Enumerable.Range(-8, 21).Select(i => "abcd"[border.Place(i, 4)])).ShouldBe(expected);
    }

    [Theory]
    [InlineData(FillMode.Nearest)]
    [InlineData(FillMode.Constant)]
    [InlineData(FillMode.Reflect)]
    [InlineData(FillMode.Wrap)]
    public void RightAngles_AreExact(FillMode mode)
    {
        // numpy's rot90 of 3 × 3: counter-clockwise.
        float[] image = Images.Counted(9);
        Images.Resampled(image, [1, 3, 3], AffineMatrix.Rotation(0).AboutCentre(3, 3), mode).ShouldBe(image);
        Images.Resampled(image, [1, 3, 3], AffineMatrix.Rotation(90).AboutCentre(3, 3), mode).ShouldBe([3, 6, 9, 2, 5, 8, 1, 4, 7]);
        Images.Resampled(image, [1, 3, 3], AffineMatrix.Rotation(180).AboutCentre(3, 3), mode).ShouldBe([9, 8, 7, 6, 5, 4, 3, 2, 1]);
        Images.Resampled(image, [1, 3, 3], AffineMatrix.Rotation(-90).AboutCentre(3, 3), mode).ShouldBe([7, 4, 1, 8, 5, 2, 9, 6, 3]);
        Images.Resampled(image, [1, 3, 3], AffineMatrix.Rotation(360).AboutCentre(3, 3), mode).ShouldBe(image);

        // An even side has its centre between pixels.
        Images.Resampled([1, 2, 3, 4], [1, 2, 2], AffineMatrix.Rotation(90).AboutCentre(2, 2), mode).ShouldBe([2, 4, 1, 3]);
    }

    [Fact]
    public void TorchvisionsMatrix_IsTheInverseOfWhatIsDone()
    {
        // The forward product (move · about the centre: rotation · shear · scale) inverted by numpy: 30 degrees, (1, -1), 1.25 times, 10 degrees.
        float[] expected =
        [
            7.70718f, 4.92982f, 2.92358f, 6.47961f, 6.06235f, 7.42315f, 4.291f, 6.23291f, 8.64849f, 5.35934f,
            5.3345f, 2.84534f, 2.56602f, 6.65979f, 4.65633f, 4.46592f, 1.69281f, 5.78182f, 6.77837f, 3.95331f,
        ];
        AffineMatrix matrix = RandomAffine.LookUp(new ImageShape(1, 4, 5), 30, (1, -1), 1.25, 10);

        Images.Resampled(Images.Sample, [1, 4, 5], matrix, FillMode.Reflect).ShouldBe(expected, 2e-5);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 6)]
    [InlineData(7, 1)]
    [InlineData(2, 2)]
    [InlineData(9, 13)]
    public void EveryMode_AgreesWithPlainLoops(int height, int width)
    {
        float[] image = [.. Enumerable.Range(0, height * width).Select(i => (float)((i * i * 5) % 13))];
        RandomSource random = new(9);
        for (int i = 0; i < 200; i++)
        {
            AffineMatrix matrix = new(
                random.NextUniform(-2, 2), random.NextUniform(-2, 2), random.NextUniform(-30, 30), random.NextUniform(-2, 2), random.NextUniform(-2, 2), random.NextUniform(-30, 30));
            foreach (FillMode mode in Enum.GetValues<FillMode>())
            {
                float[]? fill = mode == FillMode.Constant ? [-5] : null;
                Images.Resampled(image, [1, height, width], matrix, mode, fill).ShouldBe(PlainLoops.Resampled(image, height, width, matrix, mode, -5), 1e-4);
            }
        }
    }

    [Theory]
    [InlineData(FillMode.Nearest)]
    [InlineData(FillMode.Reflect)]
    [InlineData(FillMode.Wrap)]
    public void FarAwayPlaces_AreLookedUpToo(FillMode mode)
    {
        float[] flat = [.. Enumerable.Repeat(3f, 12)];

        Images.Resampled(flat, [1, 3, 4], new AffineMatrix(1e38, 1, -1e30, 5, 1e25, 7), mode).ShouldBe(flat);
    }
}
