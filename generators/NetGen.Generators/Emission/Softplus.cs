namespace NetGen.Generators.Ops;

/// <content>The functions of the run-time library that its kernels are made of, as <see cref="FunctionKernel"/> and <see cref="SlopeKernel"/>.</content>
internal sealed partial class Softplus
{
    private const string Function = "Softplus";
    private const string Formula = "log(1 + exp(x))";
    private const string Slope = "Sigmoid";
    private const string SlopeFormula = "sigmoid(x)";
}
