namespace NetGen;

/// <summary>torchvision's <c>ColorJitter</c>: up to four changes of colour in random order.</summary>
internal sealed class ColorJitter(ImageShape shape, Interval brightness, Interval contrast, Interval saturation, Interval hue)
{
    private static readonly Interval _unchanged = new(1, 1);

    public void Apply(Span<float> input, ref RandomSource random)
    {
        shape.CheckSize(input);
        Span<int> order = [0, 1, 2, 3];
        random.Shuffle(order);
        float bright = (float)brightness.Draw(ref random);
        float sharp = (float)contrast.Draw(ref random);
        float colourful = (float)saturation.Draw(ref random);
        float turn = (float)hue.Draw(ref random);
        foreach (int step in order)
        {
            // What does not vary is left out, so that it clamps nothing.
            switch (step)
            {
                case 0 when brightness != _unchanged:
                    ColorMath.Brighten(input, bright);
                    break;
                case 1 when contrast != _unchanged:
                    ColorMath.Contrast(input, shape, sharp);
                    break;
                case 2 when saturation != _unchanged:
                    ColorMath.Saturate(input, shape, colourful);
                    break;
                case 3 when hue != default:
                    ColorMath.TurnHue(input, shape, turn);
                    break;
            }
        }
    }
}
