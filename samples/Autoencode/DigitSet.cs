using Digits;
using NetGen;

namespace Autoencode;

/// <summary>Images of digits as their own targets: pixels from 0 to 1, or each drawn as black or white.</summary>
/// <param name="images">The images.</param>
internal sealed class DigitSet(ImageDataset images) : Dataset([1, Side, Side], labelSize: 0, targetSize: Pixels)
{
    public const int Side = DigitDrawing.Side;
    public const int Pixels = DigitDrawing.Pixels;

    public override int Count => images.Count;

    public override void CopyInput(int index, Span<float> destination)
    {
        ReadOnlySpan<byte> bytes = images.Pixels(index);
        for (int i = 0; i < Pixels; i++)
        {
            destination[i] = bytes[i] / (float)byte.MaxValue;
        }
    }

    public override void CopyTargets(int index, Span<float> destination) => CopyInput(index, destination);

    /// <summary>The class of an image.</summary>
    public int Label(int index) => images.Label(index);

    /// <summary>Draws each pixel as 1 with its brightness as probability (Salakhutdinov and Murray 2008, "On the Quantitative Analysis of Deep Belief Networks"), otherwise as 0.</summary>
    public void Draw(int index, Span<float> destination, ref RandomSource random)
    {
        ReadOnlySpan<byte> bytes = images.Pixels(index);
        for (int i = 0; i < Pixels; i++)
        {
            destination[i] = random.Next(byte.MaxValue) < bytes[i] ? 1 : 0;
        }
    }

    public static (DigitSet Train, DigitSet Test) Load(AutoencodeOptions options)
    {
        (ImageDataset train, ImageDataset test) = options.Data is null ? DrawnDigits.Make(options.Seed, clean: true) : MnistFolder.Load(options.Data);
        return (new DigitSet(train), new DigitSet(test));
    }
}
