namespace NetGen;

/// <summary>Shows a window of an image with a border around it.</summary>
internal sealed class RandomCrop(ImageShape shape, int padding, float[] fill)
{
    public void Apply(Span<float> input, ref RandomSource random)
    {
        shape.CheckSize(input);

        // Where the window's first row and column lie in the image; before 0 they lie in the border.
        int top = random.Next((2 * padding) + 1) - padding;
        int left = random.Next((2 * padding) + 1) - padding;
        for (int channel = 0; channel < shape.Channels; channel++)
        {
            for (int i = 0; i < shape.Height; i++)
            {
                // In place: rows are overwritten only after they were read.
                int row = top < 0 ? shape.Height - 1 - i : i;
                Span<float> to = shape.Row(input, channel, row);
                if ((uint)(row + top) < (uint)shape.Height)
                {
                    Move(shape.Row(input, channel, row + top), to, left, fill[channel]);
                }
                else
                {
                    to.Fill(fill[channel]);
                }
            }
        }
    }

    /// <summary>Writes the row that begins so far into another; the two may be one, since the copy allows for that.</summary>
    private static void Move(Span<float> from, Span<float> to, int left, float fill)
    {
        if (left < 0)
        {
            from[..^-left].CopyTo(to[-left..]);
            to[..-left].Fill(fill);
        }
        else
        {
            from[left..].CopyTo(to);
            to[^left..].Fill(fill);
        }
    }
}
