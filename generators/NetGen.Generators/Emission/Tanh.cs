using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>The gradient of tanh from its output.</summary>
internal sealed record TanhGradientKernel(Plane Y, Plane Dy, Plane Dx) : ElementwiseKernel
{
    public override Kernel Body => this with { Y = Unsized, Dy = Unsized, Dx = Unsized };

    public override string Name => "TanhGradient" + Suffix;

    public override string Summary => "Computes dx = dy · (1 − y²), as (1 − y) · (1 + y).";

    protected override EquatableArray<Walker> Planes => new[] { new Walker("y", Y), new Walker("dy", Dy), new Walker("dx", Dx) };

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var v = {isa.Load("y + i")};");
        code.Line(isa.Store($"{isa.Load("dy + i")} * (({isa.Vector}.One - v) * ({isa.Vector}.One + v))", "dx + i") + ";");
    }
}

/// <summary>Tanh with a factor before and behind it.</summary>
internal sealed record ScaledTanhKernel(float Scale, float Slope, Plane X, Plane Y) : ElementwiseKernel
{
    public override Kernel Body => this with { X = Unsized, Y = Unsized };

    public override string Name => $"Tanh{NamePart.Of(Scale)}_slope{NamePart.Of(Slope)}{Suffix}";

    public override string Summary => $"Computes y = {CodeWriter.Literal(Scale)} · tanh({CodeWriter.Literal(Slope)} · x).";

    protected override EquatableArray<Walker> Planes => new[] { new Walker("x", X), new Walker("y", Y) };

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var v = global::NetGen.Runtime.VectorMath.Tanh({isa.Load("x + i")} * {isa.Broadcast(CodeWriter.Literal(Slope))});");
        code.Line(isa.Store($"v * {isa.Broadcast(CodeWriter.Literal(Scale))}", "y + i") + ";");
    }
}

/// <summary>The gradient of tanh with a factor before and behind it, from its output.</summary>
internal sealed record ScaledTanhGradientKernel(float Scale, float Slope, Plane Y, Plane Dy, Plane Dx) : ElementwiseKernel
{
    public override Kernel Body => this with { Y = Unsized, Dy = Unsized, Dx = Unsized };

    public override string Name => $"TanhGradient{NamePart.Of(Scale)}_slope{NamePart.Of(Slope)}{Suffix}";

    public override string Summary =>
        $"Computes dx = dy · slope / scale · (scale − y) · (scale + y), which is 0 where y is ±scale, for scale {CodeWriter.Literal(Scale)} and slope {CodeWriter.Literal(Slope)}.";

    protected override EquatableArray<Walker> Planes => new[] { new Walker("y", Y), new Walker("dy", Dy), new Walker("dx", Dx) };

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        string scale = isa.Broadcast(CodeWriter.Literal(Scale));
        code.Line($"var v = {isa.Load("y + i")};");
        code.Line($"var d = {isa.Load("dy + i")} * {isa.Broadcast(CodeWriter.Literal((float)((double)Slope / Scale)))};");
        code.Line(isa.Store($"d * (({scale} - v) * ({scale} + v))", "dx + i") + ";");
    }
}
