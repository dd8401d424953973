using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>ELU.</summary>
internal sealed record ELUKernel(float Alpha, Plane X, Plane Y) : ElementwiseKernel(new[] { X, Y })
{
    public override string Name => $"ELU{NamePart.Of(Alpha)}_{PlanesKey}";

    public override string Summary => $"Computes y = x where x > 0, else {CodeWriter.Literal(Alpha)} · (exp(x) − 1).";

    protected override EquatableArray<string> Pointers => new[] { "x", "y" };

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var v = {isa.Load("x + i")};");
        code.Line($"var below = global::NetGen.Runtime.VectorMath.Expm1({isa.Min(isa.Zero, "v")});");
        code.Line(isa.Store($"{isa.Max(isa.Zero, "v")} + (below * {isa.Broadcast(CodeWriter.Literal(Alpha))})", "y + i") + ";");
    }
}

/// <summary>The gradient of ELU from its output.</summary>
internal sealed record ELUGradientKernel(float Alpha, Plane Y, Plane Dy, Plane Dx) : ElementwiseKernel(new[] { Y, Dy, Dx })
{
    public override string Name => $"ELUGradient{NamePart.Of(Alpha)}_{PlanesKey}";

    public override string Summary => $"Computes dx = dy where y > 0, else dy · (y + {CodeWriter.Literal(Alpha)}).";

    protected override EquatableArray<string> Pointers => new[] { "y", "dy", "dx" };

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var v = {isa.Load("y + i")};");
        code.Line($"var d = {isa.Load("dy + i")};");
        code.Line($"var below = d * (v + {isa.Broadcast(CodeWriter.Literal(Alpha))});");
        code.Line(isa.Store($"{isa.Class}.ConditionalSelect({isa.Class}.GreaterThan(v, {isa.Zero}), d, below)", "dx + i") + ";");
    }
}
