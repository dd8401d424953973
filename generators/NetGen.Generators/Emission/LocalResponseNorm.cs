using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>The neighbourhood of a channel, and a row of a pixel's channels with zeros at both ends, in which it may be read at every channel.</summary>
internal readonly record struct ChannelNeighbours(int Before, int After, int Pitch)
{
    /// <summary>Neighbourhoods larger than this are summed in a loop.</summary>
    private const int MostUnrolled = 15;

    /// <summary>A neighbourhood that reaches further than all channels does not grow any more.</summary>
    public static ChannelNeighbours Of(Plane plane, int size) =>
        new(Math.Min(size / 2, plane.C), Math.Min((size - 1) / 2, plane.C), plane.Pitch);

    /// <summary>Zeros at either end, so that the row serves the turned neighbourhood of the gradient as well.</summary>
    private int Margin => Math.Max(Before, After);

    private int Length => IR.Plane.PitchOf(Pitch + (2 * Margin));

    /// <summary>Memory for rows.</summary>
    public Plane Plane(int rows) => IR.Plane.Of(Shape.Vector(rows * Length));

    /// <summary>Declares a row's first channel, with zeros in the whole row.</summary>
    public void Declare(CodeWriter code, string name, string memory, int row)
    {
        code.Line($"float* {name} = {Walk.At(memory, (row * Length) + Margin)};");
        code.Line($"new global::System.Span<float>({Walk.At(memory, row * Length)}, {Length}).Clear();");
    }

    /// <summary>Declares <paramref name="sum"/>, the sum over the neighbourhood of channel <c>i</c>, or over the channels it is a neighbour of.</summary>
    public void Sum(CodeWriter code, Isa isa, string sum, string row, bool turned)
    {
        int before = turned ? After : Before;
        int after = turned ? Before : After;
        code.Line($"var {sum} = {isa.Load(Walk.At(row + " + i", -before))};");
        if (before + after < MostUnrolled)
        {
            for (int offset = 1 - before; offset <= after; offset++)
            {
                code.Line($"{sum} += {isa.Load(Walk.At(row + " + i", offset))};");
            }

            return;
        }

        using (code.Block($"for (int offset = {1 - before}; offset <= {after}; offset++)"))
        {
            code.Line($"{sum} += {isa.Load(row + " + i + offset")};");
        }
    }
}

/// <summary>Local response norm over neighbouring channels.</summary>
internal sealed record LocalResponseNormKernel(Plane X, Plane Y, LocalResponseNormSpec Spec) : Kernel
{
    public override string Name => $"LocalResponseNorm{NameOf(Spec)}_{NamePart.Of(X, Y)}";

    public override string Summary =>
        $"Computes y = x · ({CodeWriter.Literal(Spec.K)} + {CodeWriter.Literal(Spec.Alpha)} / {Spec.Size} · Σ x²)^−{CodeWriter.Literal(Spec.Beta)} with the sum over {Spec.Size} neighbouring channels.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* y", "float* memory", "int count" };

    public ChannelNeighbours Neighbours => ChannelNeighbours.Of(X, Spec.Size);

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

    /// <summary>The constants' part of a name.</summary>
    internal static string NameOf(LocalResponseNormSpec spec) =>
        $"{spec.Size}_alpha{NamePart.Of(spec.Alpha)}_beta{NamePart.Of(spec.Beta)}_k{NamePart.Of(spec.K)}";

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
        code.Line($"var b = {isa.Fma("sum", isa.Broadcast(CodeWriter.Literal(spec.Alpha / spec.Size)), isa.Broadcast(CodeWriter.Literal(spec.K)))};");
        code.Line(spec.Beta switch
        {
            0.5f => $"var power = {isa.Vector}.One / {isa.Class}.Sqrt(b);",
            0.75f => $"var root = {isa.Class}.Sqrt(b);\nvar power = {isa.Vector}.One / (root * {isa.Class}.Sqrt(root));",
            1f => $"var power = {isa.Vector}.One / b;",
            _ => $"var power = {isa.Class}.Exp({isa.Class}.Log(b) * {isa.Broadcast(CodeWriter.Literal(-spec.Beta))});",
        });
    }
}

/// <summary>The gradient of local response norm.</summary>
internal sealed record LocalResponseNormGradientKernel(Plane X, Plane Dy, Plane Dx, LocalResponseNormSpec Spec) : Kernel
{
    public override string Name => $"LocalResponseNormGradient{LocalResponseNormKernel.NameOf(Spec)}_{NamePart.Of(X, Dy, Dx)}";

    public override string Summary =>
        "Computes dx = dy · b^−β − 2 α β / size · x · Σ dy · x · b^(−β − 1), with b as in the forward pass and the sum over the channels that read this one.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* dy", "float* dx", "float* memory", "int count" };

    public ChannelNeighbours Neighbours => ChannelNeighbours.Of(X, Spec.Size);

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        Lanes.DeclareMask(code, isa, X.C);
        Neighbours.Declare(code, "squares", "memory", 0);
        Neighbours.Declare(code, "pulls", "memory", 1);
        Walk.Pixels(code, "count", new[] { new Walker("x", X), new Walker("dy", Dy), new Walker("dx", Dx) }, 1, () =>
        {
            LocalResponseNormKernel.EmitSquares(code, isa, X.C);
            Lanes.Each(code, isa, X.C, masked =>
            {
                LocalResponseNormKernel.EmitPower(code, isa, Neighbours, Spec);
                code.Line($"var direct = {isa.Load("dy + i")} * power;");
                code.Line(isa.Store("direct", "dx + i") + ";");
                code.Line(isa.Store(Lanes.Masked(isa, masked, $"direct * {isa.Load("x + i")} / b", isa.Zero), "pulls + i") + ";");
            });
            Lanes.Each(code, isa, X.C, _ =>
            {
                Neighbours.Sum(code, isa, "pull", "pulls", turned: true);
                code.Line($"var pulled = {isa.Load("x + i")} * {isa.Broadcast(CodeWriter.Literal(-2f * Spec.Alpha * Spec.Beta / Spec.Size))};");
                code.Line(isa.Store(isa.Fma("pulled", "pull", isa.Load("dx + i")), "dx + i") + ";");
            });
        });
    }
}
