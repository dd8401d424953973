namespace NetGen.Generators.Ops;

/// <content>The functions of the run-time library that its kernels are made of, as <see cref="FunctionKernel"/> and <see cref="SlopeKernel"/>.</content>
internal sealed partial class SiLU
{
    private const string Function = "SiLU";
    private const string Formula = "x · sigmoid(x)";
    private const string Slope = "SiLUSlope";
    private const string SlopeFormula = "s · (1 + x · (1 − s)), with s = sigmoid(x)";
}
