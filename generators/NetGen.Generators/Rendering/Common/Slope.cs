using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>The gradient of a function of each element whose derivative the run-time library computes from the input.</summary>
internal sealed class SlopeText(SlopeKernel kernel) : ElementwiseText(kernel)
{
    private readonly SlopeKernel _kernel = kernel;

    private float? ZeroBelow => _kernel.ZeroBelow;

    private string Function => _kernel.Function.Slope().Method;

    private string Formula => _kernel.Function.Slope().Formula;

    public override string Summary => $"Computes dx = dy · {Formula}.";

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        string product = $"{isa.Load("dy + i")} * global::NetGen.Runtime.VectorMath.{Function}({isa.Load("x + i")})";
        if (ZeroBelow is { } least)
        {
            code.Line($"var zero = {isa.Class}.LessThan({isa.Load("x + i")}, {isa.Broadcast(Literals.Of(least))});");
            product = $"{isa.Class}.ConditionalSelect(zero, {isa.Zero}, {product})";
        }

        code.Line(isa.Store(product, "dx + i") + ";");
    }
}
