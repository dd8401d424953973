using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>ReLU that ends at 6.</summary>
internal sealed class ReLU6Text(ReLU6Kernel kernel) : ElementwiseText(kernel)
{
    public override string Summary => "Computes y = min(max(x, 0), 6).";

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var v = {isa.Load("x + i")};");
        code.Line(isa.Store(isa.Min(isa.Broadcast("6f"), isa.Max(isa.Zero, "v")), "y + i") + ";");
    }
}

/// <summary>The gradient of ReLU that ends at 6, from its output.</summary>
internal sealed class ReLU6GradientText(ReLU6GradientKernel kernel) : ElementwiseText(kernel)
{
    public override string Summary => "Passes the gradient unless y is 0 or 6.";

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var v = {isa.Load("y + i")};");
        code.Line($"var ends = {isa.Class}.LessThanOrEqual(v, {isa.Zero}) | {isa.Class}.GreaterThanOrEqual(v, {isa.Broadcast("6f")});");
        code.Line(isa.Store($"{isa.Class}.ConditionalSelect(ends, {isa.Zero}, {isa.Load("dy + i")})", "dx + i") + ";");
    }
}
