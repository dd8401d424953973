using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>The logarithm of softmax over channels.</summary>
internal sealed class LogSoftmaxText(LogSoftmaxKernel kernel) : KernelText(kernel)
{
    private readonly LogSoftmaxKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Y => _kernel.Y;

    public override string Summary => $"Computes y = x − log Σ exp(x) over {X.C} channels.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        Lanes.DeclareMask(code, isa, X.C);
        Walk.Pixels(code, "count", new[] { new Walker("x", X), new Walker("y", Y) }, 1, () =>
        {
            Lanes.Exponentials(code, isa, X.C, "x", "y");
            code.Line($"var log = {isa.Broadcast($"global::System.MathF.Log({isa.Class}.Sum(total))")};");
            Lanes.Each(code, isa, X.C, _ => code.Line(isa.Store($"{isa.Load("x + i")} - {isa.Broadcast("largest")} - log", "y + i") + ";"));
        });
    }
}

/// <summary>The gradient of the logarithm of softmax from its output.</summary>
internal sealed class LogSoftmaxGradientText(LogSoftmaxGradientKernel kernel) : KernelText(kernel)
{
    private readonly LogSoftmaxGradientKernel _kernel = kernel;

    private Plane Y => _kernel.Y;

    private Plane Dy => _kernel.Dy;

    private Plane Dx => _kernel.Dx;

    public override string Summary => $"Computes dx = dy − exp(y) · Σ dy over {Y.C} channels.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        Lanes.DeclareMask(code, isa, Y.C);
        Walk.Pixels(code, "count", new[] { new Walker("y", Y), new Walker("dy", Dy), new Walker("dx", Dx) }, 1, () =>
        {
            code.Line($"var total = {isa.Zero};");
            Lanes.Each(code, isa, Y.C, masked => code.Line($"total += {Lanes.Masked(isa, masked, isa.Load("dy + i"), isa.Zero)};"));
            code.Line($"var sum = {isa.Broadcast($"{isa.Class}.Sum(total)")};");
            Lanes.Each(code, isa, Y.C, _ => code.Line(isa.Store($"global::NetGen.Runtime.VectorMath.Flush({isa.Load("dy + i")} - (global::NetGen.Runtime.VectorMath.Exp({isa.Load("y + i")}) * sum))", "dx + i") + ";"));
        });
    }
}
