using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>ReLU, or leaky ReLU, where no producer could apply it.</summary>
internal sealed record LeakyReLUKernel(Activation Activation, Plane X, Plane Y) : ElementwiseKernel
{
    public override Kernel Body => this with { X = Unsized, Y = Unsized };

    public override string Name => $"Activate{Activation.Key()}{Suffix}";

    public override string Summary => Activation.Slope == 0 ? "Computes y = max(x, 0)." : $"Computes y = x where x > 0, else {CodeWriter.Literal(Activation.Slope)} · x.";

    protected override EquatableArray<Walker> Planes => new[] { new Walker("x", X), new Walker("y", Y) };

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var v = {isa.Load("x + i")};");
        code.Line(Activation.Apply(isa, "v"));
        code.Line(isa.Store("v", "y + i") + ";");
    }
}

/// <summary>The gradient of ReLU or leaky ReLU from its output's sign.</summary>
internal sealed record LeakyReLUGradientKernel(Activation Activation, Plane Y, Plane Dy, Plane Dx) : ElementwiseKernel
{
    public override Kernel Body => this with { Y = Unsized, Dy = Unsized, Dx = Unsized };

    public override string Name => $"ActivateGradient{Activation.Key()}{Suffix}";

    public override string Summary => Activation.Slope == 0 ? "Passes the gradient unless y ≤ 0: dx = y ≤ 0 ? 0 : dy." : $"Computes dx = y > 0 ? dy : {CodeWriter.Literal(Activation.Slope)} · dy.";

    protected override EquatableArray<Walker> Planes => new[] { new Walker("y", Y), new Walker("dy", Dy), new Walker("dx", Dx) };

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        code.Line($"var d = {isa.Load("dy + i")};");

        // As in PyTorch, where y is not a number the gradient passes through a ReLU whole, and through a leaky one with its slope.
        code.Line(isa.Store(
            Activation.Slope == 0
                ? $"{isa.Class}.ConditionalSelect({isa.Class}.LessThanOrEqual({isa.Load("y + i")}, {isa.Zero}), {isa.Zero}, d)"
                : $"{isa.Class}.ConditionalSelect({isa.Class}.GreaterThan({isa.Load("y + i")}, {isa.Zero}), d, d * {isa.Broadcast(CodeWriter.Literal(Activation.Slope))})",
            "dx + i") + ";");
    }
}
