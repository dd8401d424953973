using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Sigmoid and binary cross entropy: the loss and its gradient at once.</summary>
internal sealed class BinaryCrossEntropyText(BinaryCrossEntropyKernel kernel) : PointLossText(kernel)
{
    private readonly BinaryCrossEntropyKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Targets => _kernel.Targets;

    private Plane Dx => _kernel.Dx;

    private LossShare Share => _kernel.Share;

    public override string Name => $"BinaryCrossEntropy_{NamePart.Of(X, Targets, Dx)}" + Share.Key();

    public override string Summary => "Adds the mean binary cross entropy of sigmoid(x) to the totals and writes its gradient, (sigmoid(x) − target) / values.";

    protected override void EmitValue(CodeWriter code, Isa isa)
    {
        code.Line("// (1 − target) · x + max(−x, 0) + log(1 + exp(−|x|)): nothing overflows.");
        code.Line($"var rest = global::NetGen.Runtime.VectorMath.Log1p(global::NetGen.Runtime.VectorMath.Exp(-{isa.Class}.Abs(v)));");
        code.Line($"var value = ((({isa.Vector}.One - target) * v) + {isa.Max(isa.Zero, "-v")}) + rest;");
        code.Line("var gradient = global::NetGen.Runtime.VectorMath.Flush(global::NetGen.Runtime.VectorMath.Sigmoid(v) - target);");
    }
}
