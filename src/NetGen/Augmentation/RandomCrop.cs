namespace NetGen;

/// <summary>Shows a window of an image with a border around it.</summary>
internal sealed class RandomCrop(ImageShape shape, int padding, Border border)
{
    public void Apply(Span<float> input, ref RandomSource random)
    {
        shape.CheckSize(input);

        // Where the window's first row and column lie in the image; before 0 they lie in the border.
        int top = random.Next((2 * padding) + 1) - padding;
        int left = random.Next((2 * padding) + 1) - padding;
        if (border.Mode == FillMode.Constant)
        {
            ShowFilled(input, top, left);
        }
        else if (top != 0 || left != 0)
        {
            ShowContinued(input, top, left);
        }
    }

    /// <summary>With a value a channel beyond the border.</summary>
    private void ShowFilled(Span<float> input, int top, int left)
    {
        for (int channel = 0; channel < shape.Channels; channel++)
        {
            for (int i = 0; i < shape.Height; i++)
            {
                // In place: rows are overwritten only after they were read.
                int row = top < 0 ? shape.Height - 1 - i : i;
                Span<float> to = shape.Row(input, channel, row);
                if ((uint)(row + top) < (uint)shape.Height)
                {
                    Move(shape.Row(input, channel, row + top), to, left, border.Value(channel));
                }
                else
                {
                    to.Fill(border.Value(channel));
                }
            }
        }
    }

    /// <summary>With the image's own pixels beyond the border, from a copy of it.</summary>
    private void ShowContinued(Span<float> input, int top, int left)
    {
        Span<float> copy = Scratch.Floats(input.Length);
        input.CopyTo(copy);
        int inside = Math.Max(0, -left);
        int end = shape.Width - Math.Max(0, left);
        for (int channel = 0; channel < shape.Channels; channel++)
        {
            for (int row = 0; row < shape.Height; row++)
            {
                Span<float> from = shape.Row(copy, channel, border.Place(row + top, shape.Height));
                Span<float> to = shape.Row(input, channel, row);
                from[(inside + left)..(end + left)].CopyTo(to[inside..]);
                Continue(from, to, 0, inside, left);
                Continue(from, to, end, shape.Width, left);
            }
        }
    }

    private void Continue(ReadOnlySpan<float> from, Span<float> to, int first, int end, int left)
    {
        for (int column = first; column < end; column++)
        {
            to[column] = from[border.Place(column + left, shape.Width)];
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
