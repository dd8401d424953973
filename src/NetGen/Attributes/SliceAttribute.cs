namespace NetGen;

/// <summary>
/// A part of the current value along one axis: of the channels of an image, (C, H, W) to (length, H, W), of the features of a vector, (F) to (length), or of each step,
/// (T, F) to (T, length); with <see cref="Axis"/> of rows, (C, length, W), of columns, (C, H, length), or of steps, (length, F).
/// PyTorch: <c>torch.narrow(x, axis, start, length)</c>, or <c>x[:, start:start + length]</c>.
/// </summary>
/// <remarks>
/// What lies outside has a gradient of zero. Two of them along different axes cut a rectangle out; <see cref="CropAttribute"/> takes off the same on all sides. Both halves of an input:
/// <c>[Input(6, 32, 32)] [Tag("both")] [Slice(0, 3)] … [From("both")] [Slice(3, 3)]</c>.
/// </remarks>
/// <param name="start">The first that is taken, counted from 0. From 0 to 16,777,216.</param>
/// <param name="length">How many are taken. From 1 to 16,777,216.</param>
public sealed class SliceAttribute(int start, int length) : LayerAttribute
{
    /// <summary>The first that is taken, counted from 0. From 0 to 16,777,216.</summary>
    public int Start { get; } = start;

    /// <summary>How many are taken. From 1 to 16,777,216.</summary>
    public int Length { get; } = length;

    /// <summary>The axis; channels, or features, unless set.</summary>
    public SliceAxis Axis { get; set; }
}
