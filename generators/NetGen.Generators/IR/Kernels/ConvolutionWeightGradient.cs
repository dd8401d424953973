using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// The gradient by a convolution's weights: each weight sums input · output gradient over all pixels. The sums are added to what the shard holds, in the
/// order of the packed weights.
/// </summary>
/// <param name="Window">Kernel, strides, padding and dilation of the convolution.</param>
/// <param name="Groups">Its groups of channels.</param>
/// <param name="X">Its input.</param>
/// <param name="Dy">The gradient by its output.</param>
/// <param name="Walk">How memory is walked.</param>
internal sealed record ConvolutionWeightGradientKernel(Window Window, int Groups, Plane X, Plane Dy, ConvolutionWalk Walk) : Kernel
{
    /// <summary>
    /// Whether it sums over the whole batch and writes the gradient in PyTorch's order. Its units are then rectangles of weights, some inputs by a channel block, which
    /// each sum over the images in their order: so no part of a call depends on how many there are.
    /// </summary>
    public bool OverBatch { get; init; }

    public override EquatableArray<Port> Ports => OverBatch
        ? new[] { Port.Read("x", X), Port.Read("dy", Dy), Port.Write("dw"), Port.Write("work") }
        : new[] { Port.Read("x", X), Port.Read("dy", Dy), Port.Update("dw") };

    public override KernelWork Work => OverBatch ? KernelWork.BatchPart : KernelWork.Chunk;

    protected override string Title => IsDense ? "DenseWeightGradient" : "ConvWeightGradient";

    protected override NameParts NameParts
    {
        get
        {
            if (IsDense)
            {
                return $"_{X}_to_{Dy}";
            }

            string groups = Groups == 1 ? "" : $"_g{Groups}";
            string batch = OverBatch ? "_batch" : "";
            return $"{Window:_}{groups}_{X}_to_{Dy}{batch}";
        }
    }

    /// <summary>What a strip of output gradient may take in floats: half of a 32 KiB cache.</summary>
    private const int StripFloats = 4096;

    /// <summary>Output channels of a unit at most.</summary>
    private const int UnitOutputs = 64;

    /// <summary>Sums of a unit at most, in floats, where the inputs can be cut into equal parts: with what they are summed from they stay in the second-level cache.</summary>
    private const int UnitSums = 64 * 1024;

    /// <summary>Inputs of a unit at least.</summary>
    private const int LeastUnitInputs = 16;

    /// <summary>Over the whole batch, how many equal parts the inputs are cut into: as few as keep a unit's sums in the cache.</summary>
    public int InputRanges
    {
        get
        {
            int ranges = 1;
            while (Walk.Depth / ranges >= LeastUnitInputs && (Walk.Depth % ranges != 0 || (long)Walk.Depth / ranges * Walk.TapsY * Walk.TapsX * UnitOutputs > UnitSums))
            {
                ranges++;
            }

            return Walk.Depth / ranges < LeastUnitInputs ? 1 : ranges;
        }
    }

    /// <summary>Over the whole batch, inputs of a unit.</summary>
    public int UnitInputs => Walk.Depth / InputRanges;

    /// <summary>Over the whole batch, floats of scratch: the sums of a unit.</summary>
    public long Scratch => (long)UnitInputs * Walk.TapsY * Walk.TapsX * Math.Min(UnitOutputs, Walk.Outputs);

    /// <summary>The output rows that go through all tiles before the next.</summary>
    public int Strip => StripOf(Walk.Rows, Walk.Columns * (OverBatch ? Math.Min(UnitOutputs, Walk.YColumn) : Walk.YColumn));

    /// <summary>Pixels of a strip of a map that is one row, at least and at most.</summary>
    private const int LeastPixels = 64, MostPixels = 256;

    /// <summary>Sums that are read and written for a strip, for each of its pixels: the more there are, the more pixels they have to be worth.</summary>
    private const int SumsOfPixel = 256;

    /// <summary>
    /// Where the map is one row, the columns that go through all tiles before the next, in strips of the same length but for the last; all columns where they are no more than a strip, and where there are
    /// rows.
    /// </summary>
    public int StripColumns
    {
        get
        {
            if (Walk.Rows > 1 || Walk.OverImages)
            {
                return Walk.Columns;
            }

            long sums = OverBatch ? Scratch : Walk.Weights;
            int most = (int)Math.Max(LeastPixels, Math.Min(MostPixels, sums / SumsOfPixel));
            int strips = (Walk.Columns + most - 1) / most;
            return (Walk.Columns + strips - 1) / strips;
        }
    }

    /// <summary>An image's inputs and output gradients, in floats, that are in the second-level cache before they are read: half of a mebibyte.</summary>
    private const int NearValues = 128 * 1024;

    /// <summary>Taps that read an input, from which on multiplications leave the processor time enough to bring the next by itself.</summary>
    private const int ManyTaps = 4;

    /// <summary>Channels of a pixel, from which on pixels lie whole pages apart, or nearly: one channel of them all falls into a few places of the first-level cache.</summary>
    private const int FarChannels = 1024;

    /// <summary>
    /// Whether the next strip's values are asked for while this one's are multiplied: large maps that are multiplied little. Elsewhere asking costs loads and brings nothing, a fourteenth of the time of 3×3 taps
    /// and 256 channels on 14×14; where pixels have very many channels, what comes drives out what is in use.
    /// </summary>
    public bool LooksAhead => !Walk.OverImages && Window.KernelY * Window.KernelX < ManyTaps * Window.StrideY * Window.StrideX && (long)X.Image + Dy.Image > NearValues
        && Math.Max(X.Pitch, Dy.Pitch) < FarChannels;

    /// <summary>The same for so many rows of so many floats.</summary>
    public static int StripOf(int rows, int row) => Math.Max(1, Math.Min(rows, StripFloats / Math.Max(1, row)));

    /// <summary>Whether it multiplies vectors.</summary>
    public bool IsDense => ConvGeometry.IsDense(Window, Groups, X, Dy);
}
