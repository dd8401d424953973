using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>ELU.</summary>
internal sealed record ELUKernel(float Alpha, Plane X, Plane Y) : ElementwiseKernel
{
    public override Kernel Body => this with { X = Unsized, Y = Unsized };

    public override string Name => $"ELU{NamePart.Of(Alpha)}{Suffix}";

    public override string Summary => $"Computes y = x where x > 0, else {CodeWriter.Literal(Alpha)} · (exp(x) − 1).";

    protected override EquatableArray<Walker> Planes => new[] { new Walker("x", X), new Walker("y", Y) };

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var v = {isa.Load("x + i")};");
        code.Line($"var below = global::NetGen.Runtime.VectorMath.Expm1({isa.Min(isa.Zero, "v")});");
        code.Line(isa.Store($"{isa.Max(isa.Zero, "v")} + (below * {isa.Broadcast(CodeWriter.Literal(Alpha))})", "y + i") + ";");
    }
}

/// <summary>The gradient of ELU from its output.</summary>
internal sealed record ELUGradientKernel(float Alpha, Plane Y, Plane Dy, Plane Dx) : ElementwiseKernel
{
    public override Kernel Body => this with { Y = Unsized, Dy = Unsized, Dx = Unsized };

    public override string Name => $"ELUGradient{NamePart.Of(Alpha)}{Suffix}";

    public override string Summary => $"Computes dx = dy where y > 0, else dy · (y + {CodeWriter.Literal(Alpha)}).";

    protected override EquatableArray<Walker> Planes => new[] { new Walker("y", Y), new Walker("dy", Dy), new Walker("dx", Dx) };

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var v = {isa.Load("y + i")};");
        code.Line($"var d = {isa.Load("dy + i")};");
        code.Line($"var below = d * (v + {isa.Broadcast(CodeWriter.Literal(Alpha))});");
        code.Line(isa.Store($"{isa.Class}.ConditionalSelect({isa.Class}.GreaterThan(v, {isa.Zero}), d, below)", "dx + i") + ";");
    }
}
