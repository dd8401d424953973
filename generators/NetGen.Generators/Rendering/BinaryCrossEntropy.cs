using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Sigmoid and binary cross entropy: the loss and its gradient at once.</summary>
internal sealed class BinaryCrossEntropyText(BinaryCrossEntropyKernel kernel) : PointLossText(kernel)
{
    public override string Summary => "Adds the mean binary cross entropy of sigmoid(x) to the totals and writes its gradient, (sigmoid(x) − target) / values.";

    protected override void EmitValue(CodeWriter code, Isa isa)
    {
        code.Line("// (1 − target) · x + max(−x, 0) + log(1 + exp(−|x|)): nothing overflows.");
        code.Line($"var rest = global::NetGen.Runtime.VectorMath.Log1p(global::NetGen.Runtime.VectorMath.Exp(-{isa.Class}.Abs(v)));");
        code.Line($"var value = ((({isa.Vector}.One - target) * v) + {isa.Max(isa.Zero, "-v")}) + rest;");
        code.Line("var gradient = global::NetGen.Runtime.VectorMath.Flush(global::NetGen.Runtime.VectorMath.Sigmoid(v) - target);");
    }
}
