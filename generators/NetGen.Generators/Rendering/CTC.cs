using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Connectionist temporal classification: the loss and its gradient at once. The softmax of each step is the kernel's; sums over paths are the run-time library's.</summary>
internal sealed class CTCText(CTCKernel kernel) : KernelText(kernel)
{
    private readonly CTCKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Dx => _kernel.Dx;

    public override string Summary => $"Adds −log of the probability that {(_kernel.Sample is null ? $"{X.W} steps" : $"a sample's own of {X.W} steps")} spell the labels, classes from 1 to {X.C - 1}, to the totals and writes its gradient.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        string weight = _kernel.Share.Weighs ? "weight * " : "";
        bool ends = _kernel.Sample is not null;
        string[] moves = [$"x += {X.Image};", $"dx += {Dx.Image};", $"labels += {X.W};", .. ends ? [$"lengths += {_kernel.Sample};"] : Array.Empty<string>()];
        Lanes.DeclareMask(code, isa, X.C);
        code.Line("double loss = 0;");
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            _kernel.Share.EmitWeight(code, Dx, moves);
            code.Line("// The softmax of each step, in the gradient's place, and the logarithm of what it divides by.");
            code.Line("float* from = x;");
            code.Line("float* to = dx;");
            code.Line("double* log = (double*)work;");
            if (ends)
            {
                code.Line("int steps = (int)*lengths;");
            }

            EmitSteps(code, ends, () =>
            {
                Lanes.Exponentials(code, isa, X.C, "from", "to");
                code.Line($"float sum = {isa.Class}.Sum(total);");
                code.Line("*log++ = largest + global::System.Math.Log(sum);");
                code.Line($"var share = {isa.Broadcast("1 / sum")};");
                Lanes.Each(code, isa, X.C, _ => code.Line(isa.Store($"{isa.Load("to + i")} * share", "to + i") + ";"));
            });
            code.Line($"loss += {weight}global::NetGen.Runtime.CtcLoss.{(ends ? "OwnSteps" : "Sequence")}(x, {X.Pitch}, dx, {Dx.Pitch}, {(ends ? "steps, " : "")}{X.W}, {X.C}, labels, {Literals.OfAny(_kernel.ZeroInfinity)}, {weight}{_kernel.Share.Scale(1)} / (float)batch, {(_kernel.Share.Counts ? "totals" : "null")}, (double*)work);");
            foreach (string move in moves)
            {
                code.Line(move);
            }
        }

        code.Line($"totals->Loss += {_kernel.Share.OnTotals()}loss / (double)batch;");
    }

    /// <summary>Walks the steps that count. Sequences have no border.</summary>
    private void EmitSteps(CodeWriter code, bool ends, Action body)
    {
        if (!ends)
        {
            Walk.Pixels(code, null, new[] { new Walker("from", X), new Walker("to", Dx) }, 1, body);
            return;
        }

        using (code.Braces("for (int step = 0; step < steps; step++)"))
        {
            body();
            code.Line($"from += {X.Pitch};");
            code.Line($"to += {Dx.Pitch};");
        }
    }
}
