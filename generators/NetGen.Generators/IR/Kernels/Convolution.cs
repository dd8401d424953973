using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// A convolution, summed over the kernel and the input channels. Bias, a value that is added to the outputs, and activation are arguments, so a forward pass and a
/// gradient that walk alike are one kernel.
/// </summary>
/// <param name="Window">Kernel, strides, padding and dilation.</param>
/// <param name="Groups">Groups of channels.</param>
/// <param name="X">What is read.</param>
/// <param name="Y">What is written.</param>
/// <param name="Walk">How memory is walked.</param>
internal sealed record ConvolutionKernel(Window Window, int Groups, Plane X, Plane Y, ConvolutionWalk Walk) : Kernel
{
    /// <summary>Outputs of a single pixel that are two blocks on every instruction set.</summary>
    private const int LeastOutputs = 128;

    /// <summary>Weights of a single pixel that are worth sharing, a quarter of a megabyte: some microseconds from beyond the second-level cache.</summary>
    private const long LeastWeights = 64 * 1024;

    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("weights"), Port.Read("bias").OrNull, Port.Read("summand", Y).OrNull, Port.Write("y", Y), Port.Slope };

    /// <summary>Small ones stay as they are.</summary>
    public override bool IsShareable => IsWorthSharing && (!Walk.OverImages || Walk.Outputs * Walk.Groups >= LeastOutputs);

    /// <summary>Of vectors by their weights, which a few of them wait for: a multiplication takes some times as long as elsewhere.</summary>
    public override bool IsWorthSharing => Walk.OverImages ? Walk.Weights >= LeastWeights : base.IsWorthSharing;

    public override long Effort => Walk.Weights * Walk.Phases * Math.Max(1, Walk.Rows * Walk.Columns);

    protected override string Title => IsDense ? "Dense" : Phase is null ? "Conv" : "ConvTurned";

    protected override NameParts NameParts
    {
        get
        {
            if (IsDense)
            {
                return $"_{X}_to_{Y}";
            }

            string groups = Groups == 1 ? "" : $"_g{Groups}";
            string phase = Phase is { } first ? $"_phase{first.Row}_{first.Column}" : "";
            return $"{Window:_}{groups}_{X}_to_{Y}{phase}";
        }
    }

    /// <summary>Where it is the way back of a strided convolution: the first row and column of the pixels that this phase writes.</summary>
    public (int Row, int Column)? Phase { get; init; }

    /// <summary>Whether it multiplies vectors: a dense layer, or a 1×1 convolution of a single pixel.</summary>
    public bool IsDense => Phase is null && ConvGeometry.IsDense(Window, Groups, X, Y);
}
