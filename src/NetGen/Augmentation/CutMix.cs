namespace NetGen;

/// <summary>Puts a rectangle of another image into each.</summary>
internal sealed class CutMix(ImageShape shape, double alpha)
{
    public void Apply(Span<float> inputs, Span<float> targets, int count, ref RandomSource random)
    {
        BatchMix.CheckBatch(inputs, targets, count);
        if (inputs.Length / count != (long)shape.Channels * shape.Plane)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"expected {count} images of ({shape.Channels}, {shape.Height}, {shape.Width}), {(long)count * shape.Channels * shape.Plane} values, actual {inputs.Length}"),
                nameof(inputs));
        }

        double side = Math.Sqrt(1 - random.NextBeta(alpha, alpha));
        int height = (int)(shape.Height * side);
        int width = (int)(shape.Width * side);
        int top = random.Next(shape.Height) - (height / 2);
        int left = random.Next(shape.Width) - (width / 2);
        BatchMix.Apply(inputs, targets, count, new BoxMix(shape, Box.Clipped(top, left, height, width, shape)), ref random);
    }

    private readonly record struct BoxMix(ImageShape Shape, Box Box) : IMix
    {
        /// <summary>The share of pixels that the image keeps.</summary>
        public float Share { get; } = (float)(1 - ((double)Box.Height * Box.Width / Shape.Plane));

        public void MixInput(Span<float> input, ReadOnlySpan<float> partner)
        {
            for (int channel = 0; channel < Shape.Channels; channel++)
            {
                for (int row = Box.Top; row < Box.Bottom; row++)
                {
                    int start = (((channel * Shape.Height) + row) * Shape.Width) + Box.Left;
                    partner.Slice(start, Box.Width).CopyTo(input[start..]);
                }
            }
        }
    }
}
