namespace NetGen.Generators.Ops;

/// <content>The functions of the run-time library that its kernels are made of, as <see cref="FunctionKernel"/> and <see cref="SlopeKernel"/>.</content>
internal sealed partial class GELU
{
    private const string Function = "Gelu";
    private const string Formula = "x · Φ(x), with the cumulative normal distribution Φ";
    private const string Slope = "GeluSlope";
    private const string SlopeFormula = "Φ(x) + x · φ(x)";
}
