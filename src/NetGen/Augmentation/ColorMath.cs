namespace NetGen;

/// <summary>torchvision's operations on values from 0 to 1; all but the hue clamp their results to that range, and the hue's lie in it.</summary>
internal static class ColorMath
{
    /// <summary><c>adjust_brightness</c>.</summary>
    public static void Brighten(Span<float> values, float factor)
    {
        foreach (ref float value in values)
        {
            value = Unit(value * factor);
        }
    }

    /// <summary><c>adjust_contrast</c>: away from the mean of the grey image.</summary>
    public static void Contrast(Span<float> image, ImageShape shape, float factor)
    {
        double sum = 0;
        for (int i = 0; i < shape.Plane; i++)
        {
            sum += shape.Channels == 3 ? Grey(image[i], image[shape.Plane + i], image[(2 * shape.Plane) + i]) : image[i];
        }

        float mean = (float)(sum / shape.Plane);
        foreach (ref float value in image)
        {
            value = Blend(value, mean, factor);
        }
    }

    /// <summary><c>adjust_saturation</c> of three channels: away from the grey image.</summary>
    public static void Saturate(Span<float> image, ImageShape shape, float factor)
    {
        Span<float> red = shape.Channel(image, 0);
        Span<float> green = shape.Channel(image, 1);
        Span<float> blue = shape.Channel(image, 2);
        for (int i = 0; i < red.Length; i++)
        {
            float grey = Grey(red[i], green[i], blue[i]);
            red[i] = Blend(red[i], grey, factor);
            green[i] = Blend(green[i], grey, factor);
            blue[i] = Blend(blue[i], grey, factor);
        }
    }

    /// <summary><c>adjust_hue</c> of three channels: turns the colours by a fraction of the circle, from -0.5 to 0.5.</summary>
    public static void TurnHue(Span<float> image, ImageShape shape, float turn)
    {
        Span<float> red = shape.Channel(image, 0);
        Span<float> green = shape.Channel(image, 1);
        Span<float> blue = shape.Channel(image, 2);
        for (int i = 0; i < red.Length; i++)
        {
            (float r, float g, float b) = (red[i], green[i], blue[i]);
            float most = Math.Max(r, Math.Max(g, b));
            float range = most - Math.Min(r, Math.Min(g, b));
            if (range == 0)
            {
                continue;
            }

            // In sixths of the circle, red at 0, green at 2, blue at 4.
            float hue = most == r ? (g - b) / range : most == g ? 2 + ((b - r) / range) : 4 + ((r - g) / range);
            hue += 6 * turn;
            red[i] = most - (range * Lack(hue + 5));
            green[i] = most - (range * Lack(hue + 3));
            blue[i] = most - (range * Lack(hue + 1));
        }
    }

    /// <summary>The share of the colour's range that a channel lacks at a place of the circle, up to a rotation of the circle by channel.</summary>
    private static float Lack(float place)
    {
        float sixth = place - (6 * MathF.Floor(place / 6));
        return Math.Clamp(Math.Min(sixth, 4 - sixth), 0, 1);
    }

    /// <summary>The luma of ITU-R BT.601, in torchvision's digits.</summary>
    private static float Grey(float red, float green, float blue) => (0.2989f * red) + (0.587f * green) + (0.114f * blue);

    private static float Blend(float value, float other, float factor) => Unit((factor * value) + ((1 - factor) * other));

    private static float Unit(float value) => Math.Clamp(value, 0, 1);
}
