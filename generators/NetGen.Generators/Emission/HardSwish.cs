namespace NetGen.Generators.Ops;

/// <content>The functions of the run-time library that its kernels are made of, as <see cref="FunctionKernel"/> and <see cref="SlopeKernel"/>.</content>
internal sealed partial class HardSwish
{
    private const string Function = "HardSwish";
    private const string Formula = "x · min(max(x + 3, 0), 6) / 6";
    private const string Slope = "HardSwishSlope";
    private const string SlopeFormula = "(0 below −3, 1 above 3, x / 3 + ½ between)";
}
