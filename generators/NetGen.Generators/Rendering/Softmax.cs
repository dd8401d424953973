using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Loops over the channels of a pixel for kernels that reduce them: the lanes past the last channel are masked.</summary>
internal static class Lanes
{
    /// <summary>Declares <c>real</c>, which is set in the real lanes of the last vector, where that has others.</summary>
    public static void DeclareMask(CodeWriter code, Isa isa, int channels)
    {
        if (channels % isa.Width != 0)
        {
            code.Line($"var real = {isa.Class}.LessThan({isa.Class}<int>.Indices, {isa.Broadcast(Literals.Of(channels % isa.Width), "int")}).AsSingle();");
        }
    }

    /// <summary>Visits each vector at <c>pointer + i</c>; <paramref name="body"/> is told whether it is the masked one.</summary>
    public static void Each(CodeWriter code, Isa isa, int channels, Action<bool> body)
    {
        int whole = channels / isa.Width * isa.Width;
        if (whole > 0)
        {
            using (code.Braces($"for (int i = 0; i < {whole}; i += {isa.Width})"))
            {
                body(false);
            }
        }

        if (whole < channels)
        {
            // A loop of one turn, so that the text is the same.
            using (code.Braces($"for (int i = {whole}; i < {channels}; i += {isa.Width})"))
            {
                body(true);
            }
        }
    }

    /// <summary>The value in real lanes, another in the rest.</summary>
    public static string Masked(Isa isa, bool masked, string value, string otherwise) =>
        masked ? $"{isa.Class}.ConditionalSelect(real, {value}, {otherwise})" : value;

    /// <summary>Writes <c>exp(x − largest)</c> to <paramref name="to"/>, with <c>largest</c> (a float) and <c>total</c> (a vector of partial sums) on the way.</summary>
    public static void Exponentials(CodeWriter code, Isa isa, int channels, string from, string to)
    {
        code.Line("// The largest value is taken off first, so that no exponential overflows.");
        code.Line($"var best = {isa.Broadcast("float.NegativeInfinity")};");
        Each(code, isa, channels, masked => code.Line($"best = {isa.Max("best", Masked(isa, masked, isa.Load($"{from} + i"), isa.Broadcast("float.NegativeInfinity")))};"));
        code.Line("float largest = global::NetGen.Runtime.VectorMath.Largest(best);");
        code.Line($"var total = {isa.Zero};");
        Each(code, isa, channels, masked =>
        {
            code.Line($"var e = global::NetGen.Runtime.VectorMath.Exp({isa.Load($"{from} + i")} - {isa.Broadcast("largest")});");
            if (masked)
            {
                code.Line($"e = {Masked(isa, true, "e", isa.Zero)};");
            }

            code.Line("total += e;");
            code.Line(isa.Store("e", $"{to} + i") + ";");
        });
    }
}

/// <summary>Softmax over channels.</summary>
internal sealed class SoftmaxText(SoftmaxKernel kernel) : KernelText(kernel)
{
    private readonly SoftmaxKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Y => _kernel.Y;

    public override string Summary => $"Computes y = exp(x) / Σ exp(x) over {X.C} channels.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        Lanes.DeclareMask(code, isa, X.C);
        Walk.Pixels(code, "count", new[] { new Walker("x", X), new Walker("y", Y) }, 1, () =>
        {
            Lanes.Exponentials(code, isa, X.C, "x", "y");
            code.Line($"var share = {isa.Broadcast($"1f / {isa.Class}.Sum(total)")};");
            Lanes.Each(code, isa, X.C, _ => code.Line(isa.Store($"{isa.Load("y + i")} * share", "y + i") + ";"));
        });
    }
}

/// <summary>The gradient of softmax from its output.</summary>
internal sealed class SoftmaxGradientText(SoftmaxGradientKernel kernel) : KernelText(kernel)
{
    private readonly SoftmaxGradientKernel _kernel = kernel;

    private Plane Y => _kernel.Y;

    private Plane Dy => _kernel.Dy;

    private Plane Dx => _kernel.Dx;

    public override string Summary => $"Computes dx = y · (dy − Σ dy · y) over {Y.C} channels.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        Lanes.DeclareMask(code, isa, Y.C);
        Walk.Pixels(code, "count", new[] { new Walker("y", Y), new Walker("dy", Dy), new Walker("dx", Dx) }, 1, () =>
        {
            code.Line($"var total = {isa.Zero};");
            Lanes.Each(code, isa, Y.C, masked => code.Line($"total += {Lanes.Masked(isa, masked, $"{isa.Load("y + i")} * {isa.Load("dy + i")}", isa.Zero)};"));
            code.Line($"var mean = {isa.Broadcast($"{isa.Class}.Sum(total)")};");
            Lanes.Each(code, isa, Y.C, _ => code.Line(isa.Store($"global::NetGen.Runtime.VectorMath.Flush({isa.Load("y + i")} * ({isa.Load("dy + i")} - mean))", "dx + i") + ";"));
        });
    }
}
