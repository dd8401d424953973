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
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("dy", Dy), Port.Update("dw") };

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
            return $"{Window:_}{groups}_{X}_to_{Dy}";
        }
    }

    /// <summary>What a strip of output gradient may take in floats: half of a 32 KiB cache.</summary>
    private const int StripFloats = 4096;

    /// <summary>The output rows that go through all tiles before the next.</summary>
    public int Strip => StripOf(Walk.Rows, Walk.Columns * Walk.YColumn);

    /// <summary>The same for so many rows of so many floats.</summary>
    public static int StripOf(int rows, int row) => Math.Max(1, Math.Min(rows, StripFloats / Math.Max(1, row)));

    /// <summary>Whether it multiplies vectors.</summary>
    public bool IsDense => ConvGeometry.IsDense(Window, Groups, X, Dy);
}
