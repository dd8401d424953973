using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>The Huber loss: the loss and its gradient at once.</summary>
internal sealed class HuberText(HuberKernel kernel) : PointLossText(kernel)
{
    private readonly HuberKernel _kernel = kernel;

    private float Delta => _kernel.Delta;

    public override string Summary => $"Adds the mean Huber loss to the totals and writes its gradient, the difference cut off at ±{Literals.Of(Delta)}, over the values.";

    protected override void EmitValue(CodeWriter code, Isa isa)
    {
        string delta = Literals.Of(Delta);
        code.Line("// m · (|d| − m / 2) with m = min(|d|, δ): half the square below δ, a line above.");
        code.Line("var difference = v - target;");
        code.Line($"var distance = {isa.Class}.Abs(difference);");
        code.Line($"var near = {isa.Min("distance", isa.Broadcast(delta))};");
        code.Line("var value = near * (distance - (near * 0.5f));");
        code.Line($"var gradient = {isa.Max(isa.Broadcast("-" + delta), isa.Min(isa.Broadcast(delta), "difference"))};");
    }
}
