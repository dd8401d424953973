using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>A function of each element that the run-time library computes on vectors: sigmoid, tanh.</summary>
/// <param name="Function">The method of <c>VectorMath</c>.</param>
/// <param name="Formula">What it computes.</param>
internal sealed record FunctionKernel(string Function, string Formula, Plane X, Plane Y) : ElementwiseKernel
{
    public override Kernel Body => this with { X = Unsized, Y = Unsized };

    public override string Name => $"{Function}{Suffix}";

    public override string Summary => $"Computes y = {Formula}.";

    protected override EquatableArray<Walker> Planes => new[] { new Walker("x", X), new Walker("y", Y) };

    protected override void EmitElement(CodeWriter code, Isa isa) =>
        code.Line(isa.Store($"global::NetGen.Runtime.VectorMath.{Function}({isa.Load("x + i")})", "y + i") + ";");
}

/// <summary>The gradient of sigmoid from its output.</summary>
internal sealed record SigmoidGradientKernel(Plane Y, Plane Dy, Plane Dx) : ElementwiseKernel
{
    public override Kernel Body => this with { Y = Unsized, Dy = Unsized, Dx = Unsized };

    public override string Name => "SigmoidGradient" + Suffix;

    public override string Summary => "Computes dx = dy · y · (1 − y).";

    protected override EquatableArray<Walker> Planes => new[] { new Walker("y", Y), new Walker("dy", Dy), new Walker("dx", Dx) };

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var v = {isa.Load("y + i")};");
        code.Line(isa.Store($"{isa.Load("dy + i")} * (v * ({isa.Vector}.One - v))", "dx + i") + ";");
    }
}
