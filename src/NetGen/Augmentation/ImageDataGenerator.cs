namespace NetGen;

/// <summary>Keras's <c>ImageDataGenerator</c> in its order: one affine resampling, the channels' shift, mirrors, brightness.</summary>
internal sealed class ImageDataGenerator(ImageShape shape, ImageDataGeneratorSettings settings, Border border)
{
    public void Apply(Span<float> input, ref RandomSource random)
    {
        shape.CheckSize(input);
        if (settings.IsResampled)
        {
            AffineResampler.Apply(input, shape, DrawMatrix(ref random), border);
        }

        if (settings.ChannelShift != 0)
        {
            Shift(input, (float)random.NextUniform(-settings.ChannelShift, settings.ChannelShift));
        }

        if (settings.HorizontalFlip && random.Next(2) == 1)
        {
            shape.FlipHorizontally(input);
        }

        if (settings.VerticalFlip && random.Next(2) == 1)
        {
            shape.FlipVertically(input);
        }

        if (settings.Brightness is { } brightness)
        {
            ColorMath.Brighten(input, (float)brightness.Draw(ref random));
        }
    }

    /// <summary>Keras's product, rotation · shift · shear · zoom; a range of 0 gives that part's identity exactly.</summary>
    private AffineMatrix DrawMatrix(ref RandomSource random)
    {
        double angle = Interval.Around0(settings.Rotation).Draw(ref random);
        double down = Interval.Around0(settings.HeightShift).Draw(ref random) * shape.Height;
        double right = Interval.Around0(settings.WidthShift).Draw(ref random) * shape.Width;
        double shear = Interval.Around0(settings.Shear).Draw(ref random);
        Interval zoom = new(1 - settings.Zoom, 1 + settings.Zoom);
        double zoomX = zoom.Draw(ref random);
        double zoomY = zoom.Draw(ref random);
        AffineMatrix product = AffineMatrix.Rotation(angle) * AffineMatrix.Shift(right, down) * AffineMatrix.KerasShear(shear) * AffineMatrix.Zoom(zoomX, zoomY);
        return product.AboutCentre(shape.Height, shape.Width);
    }

    /// <summary>Adds one number to all values, which stay between the image's least and greatest: <c>apply_channel_shift</c>.</summary>
    private static void Shift(Span<float> image, float intensity)
    {
        float least = image[0];
        float most = image[0];
        foreach (float value in image)
        {
            least = Math.Min(least, value);
            most = Math.Max(most, value);
        }

        foreach (ref float value in image)
        {
            value = Math.Clamp(value + intensity, least, most);
        }
    }
}
