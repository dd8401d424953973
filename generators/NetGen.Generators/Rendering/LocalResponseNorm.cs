using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Local response norm over neighbouring channels.</summary>
internal sealed class LocalResponseNormText(LocalResponseNormKernel kernel) : KernelText(kernel)
{
    private readonly LocalResponseNormKernel _kernel = kernel;

    private ChannelNeighbours Neighbours => _kernel.Neighbours;

    private Plane X => _kernel.X;

    private Plane Y => _kernel.Y;

    private LocalResponseNormSpec Spec => _kernel.Spec;

    public override string Summary =>
        $"Computes y = x · ({Literals.Of(Spec.K)} + {Literals.Of(Spec.Alpha)} / {Spec.Size} · Σ x²)^−{Literals.Of(Spec.Beta)} with the sum over {Spec.Size} neighbouring channels.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        Lanes.DeclareMask(code, isa, X.C);
        Neighbours.Declare(code, "squares", "memory", 0);
        Walk.Pixels(code, "count", new[] { new Walker("x", X), new Walker("y", Y) }, 1, () =>
        {
            EmitSquares(code, isa, X.C);
            Lanes.Each(code, isa, X.C, _ =>
            {
                EmitPower(code, isa, Neighbours, Spec);
                code.Line(isa.Store($"{isa.Load("x + i")} * power", "y + i") + ";");
            });
        });
    }

    /// <summary>Fills the row of squares at a pixel.</summary>
    internal static void EmitSquares(CodeWriter code, Isa isa, int channels) => Lanes.Each(code, isa, channels, masked =>
    {
        code.Line($"var v = {Lanes.Masked(isa, masked, isa.Load("x + i"), isa.Zero)};");
        code.Line(isa.Store("v * v", "squares + i") + ";");
    });

    /// <summary>Declares <c>b = K + Alpha / size · Σ x²</c> and <c>power</c>, b to the −Beta, at channel <c>i</c>.</summary>
    internal static void EmitPower(CodeWriter code, Isa isa, ChannelNeighbours neighbours, LocalResponseNormSpec spec)
    {
        neighbours.Sum(code, isa, "sum", "squares", turned: false);
        code.Line($"var b = {isa.Fma("sum", isa.Broadcast(Literals.Of(spec.Alpha / spec.Size)), isa.Broadcast(Literals.Of(spec.K)))};");
        code.Line(spec.Beta switch
        {
            0.5f => $"var power = {isa.Vector}.One / {isa.Class}.Sqrt(b);",
            0.75f => $"var root = {isa.Class}.Sqrt(b);\nvar power = {isa.Vector}.One / (root * {isa.Class}.Sqrt(root));",
            1f => $"var power = {isa.Vector}.One / b;",
            _ => $"var power = {isa.Class}.Exp({isa.Class}.Log(b) * {isa.Broadcast(Literals.Of(-spec.Beta))});",
        });
    }
}

/// <summary>The gradient of local response norm.</summary>
internal sealed class LocalResponseNormGradientText(LocalResponseNormGradientKernel kernel) : KernelText(kernel)
{
    private readonly LocalResponseNormGradientKernel _kernel = kernel;

    private ChannelNeighbours Neighbours => _kernel.Neighbours;

    private Plane X => _kernel.X;

    private Plane Dy => _kernel.Dy;

    private Plane Dx => _kernel.Dx;

    private LocalResponseNormSpec Spec => _kernel.Spec;

    public override string Summary =>
        "Computes dx = dy · b^−β − 2 α β / size · x · Σ dy · x · b^(−β − 1), with b as in the forward pass and the sum over the channels that read this one.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        Lanes.DeclareMask(code, isa, X.C);
        Neighbours.Declare(code, "squares", "memory", 0);
        Neighbours.Declare(code, "pulls", "memory", 1);
        Walk.Pixels(code, "count", new[] { new Walker("x", X), new Walker("dy", Dy), new Walker("dx", Dx) }, 1, () =>
        {
            LocalResponseNormText.EmitSquares(code, isa, X.C);
            Lanes.Each(code, isa, X.C, masked =>
            {
                LocalResponseNormText.EmitPower(code, isa, Neighbours, Spec);
                code.Line($"var direct = {isa.Load("dy + i")} * power;");
                code.Line(isa.Store("direct", "dx + i") + ";");
                code.Line(isa.Store(Lanes.Masked(isa, masked, $"direct * {isa.Load("x + i")} / b", isa.Zero), "pulls + i") + ";");
            });
            Lanes.Each(code, isa, X.C, _ =>
            {
                Neighbours.Sum(code, isa, "pull", "pulls", turned: true);
                code.Line($"var pulled = {isa.Load("x + i")} * {isa.Broadcast(Literals.Of(-2f * Spec.Alpha * Spec.Beta / Spec.Size))};");
                code.Line(isa.Store(isa.Fma("pulled", "pull", isa.Load("dx + i")), "dx + i") + ";");
            });
        });
    }
}
