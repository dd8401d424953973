using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>The gradient of a function of each element whose derivative the run-time library computes from the input.</summary>
/// <param name="Function">The method of <c>VectorMath</c> that computes the derivative.</param>
/// <param name="Formula">What it computes.</param>
internal sealed record SlopeKernel(string Function, string Formula, Plane X, Plane Dy, Plane Dx) : ElementwiseKernel
{
    public override Kernel Body => this with { X = Unsized, Dy = Unsized, Dx = Unsized };

    public override string Name => $"GradientBy{Function}{Suffix}";

    public override string Summary => $"Computes dx = dy · {Formula}.";

    protected override EquatableArray<Walker> Planes => new[] { new Walker("x", X), new Walker("dy", Dy), new Walker("dx", Dx) };

    /// <summary>Below this x the gradient is 0 whatever dy is, infinite or not a number; absent where it is a product everywhere.</summary>
    public float? ZeroBelow { get; init; }

    protected override void EmitElement(CodeWriter code, Isa isa)
    {
        string product = $"{isa.Load("dy + i")} * global::NetGen.Runtime.VectorMath.{Function}({isa.Load("x + i")})";
        if (ZeroBelow is { } least)
        {
            code.Line($"var zero = {isa.Class}.LessThan({isa.Load("x + i")}, {isa.Broadcast(CodeWriter.Literal(least))});");
            product = $"{isa.Class}.ConditionalSelect(zero, {isa.Zero}, {product})";
        }

        code.Line(isa.Store(product, "dx + i") + ";");
    }
}
