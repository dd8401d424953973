namespace NetGen;

/// <summary>Turns an image about its centre, counter-clockwise by a positive angle.</summary>
internal sealed class RandomRotation(ImageShape shape, Interval degrees, Border border)
{
    public void Apply(Span<float> input, ref RandomSource random)
    {
        shape.CheckSize(input);
        AffineMatrix matrix = AffineMatrix.Rotation(degrees.Draw(ref random));
        AffineResampler.Apply(input, shape, matrix.AboutCentre(shape.Height, shape.Width), border);
    }
}
