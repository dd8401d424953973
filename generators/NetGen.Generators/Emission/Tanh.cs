namespace NetGen.Generators.Emission;

/// <summary>The gradient of tanh from its output.</summary>
internal sealed record TanhGradientKernel(Plane Y, Plane Dy, Plane Dx) : ElementwiseKernel(new[] { Y, Dy, Dx })
{
    public override string Name => $"TanhGradient_{PlanesKey}";

    public override string Summary => "Computes dx = dy · (1 − y²), as (1 − y) · (1 + y).";

    protected override EquatableArray<string> Pointers => new[] { "y", "dy", "dx" };

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var v = {isa.Load("y + i")};");
        code.Line(isa.Store($"{isa.Load("dy + i")} * (({isa.Vector}.One - v) * ({isa.Vector}.One + v))", "dx + i") + ";");
    }
}
