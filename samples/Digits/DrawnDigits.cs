using NetGen;

namespace Digits;

/// <summary>Sets of drawn digits. An image depends on the seed and its own number alone, so all processors can draw at once.</summary>
internal static class DrawnDigits
{
    private const int TrainCount = 20_000;
    private const int TestCount = 2_000;

    public static (ImageDataset Train, ImageDataset Test) Make(int seed, bool clean = false) => (Draw(seed, 0, TrainCount, clean), Draw(seed, 1, TestCount, clean));

    private static ImageDataset Draw(int seed, int set, int count, bool clean)
    {
        byte[] pixels = new byte[count * DigitDrawing.Pixels];
        byte[] labels = new byte[count];
        Parallel.For(0, count, i =>
        {
            labels[i] = (byte)(i % 10);
            RandomSource random = new((ulong)seed, set, i);
            DigitDrawing.Draw(labels[i], random, pixels.AsSpan(i * DigitDrawing.Pixels, DigitDrawing.Pixels), clean);
        });

        // Normalised as MNIST is, so that weights of one serve the other.
        return new ImageDataset([1, DigitDrawing.Side, DigitDrawing.Side], pixels, labels, [Mnist.Mean], [Mnist.Deviation]);
    }
}
