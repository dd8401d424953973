using NetGen;

namespace Digits;

/// <summary>Moves a training image by a pixel or none in each direction, so that the network learns the digit and not its place.</summary>
internal static class Shift
{
    private const int Most = 1;
    private const int Side = DigitDrawing.Side;

    // What a black pixel is after the normalisation.
    public const float Background = -Mnist.Mean / Mnist.Deviation;

    public static void Apply(Span<float> image, ref RandomSource random)
    {
        int right = random.Next(2 * Most + 1) - Most;
        int down = random.Next(2 * Most + 1) - Most;
        Span<float> before = stackalloc float[DigitDrawing.Pixels];
        image.CopyTo(before);
        image.Fill(Background);
        for (int y = Math.Max(0, down); y < Math.Min(Side, Side + down); y++)
        {
            ReadOnlySpan<float> row = before.Slice((y - down) * Side, Side);
            Span<float> moved = image.Slice(y * Side, Side);
            row[Math.Max(0, -right)..Math.Min(Side, Side - right)].CopyTo(moved[Math.Max(0, right)..]);
        }
    }
}
