using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>The dice loss: the loss and its gradient at once. The exponentials are the kernel's; sums over pixels, and the gradient by them, are the run-time library's.</summary>
internal sealed class DiceText(DiceKernel kernel) : KernelText(kernel)
{
    private readonly DiceKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Dx => _kernel.Dx;

    public override string Summary => $"Adds 1 − the mean overlap of {X.C} regions to the totals and writes its gradient.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        Lanes.DeclareMask(code, isa, X.C);
        code.Line("double loss = 0;");
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            string[] moves = [.. Moves()];
            _kernel.Share.EmitWeight(code, Dx, moves);
            string weight = _kernel.Share.Weighs ? "weight * " : "";
            code.Line(_kernel.Sigmoid ? "// The probability of each value, in the gradient's place." : "// The probabilities of each pixel, in the gradient's place.");
            code.Line("float* from = x;");
            code.Line("float* to = dx;");
            Walk.Pixels(code, null, new[] { new Walker("from", X), new Walker("to", Dx) }, 1, () => EmitProbabilities(code, isa));
            code.Line($"loss += {weight}global::NetGen.Runtime.DiceLoss.Image(x, {X.Row}, dx, {Dx.Row}, {Dx.Pitch}, {X.C}, {X.H}, {X.W}, labels, targets, {Literals.Of(_kernel.Ignored ?? -1)}, {Literals.OfAny(_kernel.Sigmoid)}, {Literals.Of(_kernel.Smooth)}, {weight}{_kernel.Share.Scale(1)} / ((float)batch * {X.C}), {(_kernel.Share.Counts && !_kernel.Sigmoid ? "totals" : "null")}, (double*)work);");
            foreach (string move in moves)
            {
                code.Line(move);
            }
        }

        code.Line($"totals->Loss += {_kernel.Share.OnTotals()}loss / ((double)batch * {X.C});");
        if (_kernel.Share.Counts && _kernel.Sigmoid)
        {
            code.Line($"totals->Count += (long)count * {X.H * X.W};");
        }
    }

    /// <summary>What goes on to the next image.</summary>
    private IEnumerable<string> Moves()
    {
        yield return $"x += {X.Image};";
        yield return $"dx += {Dx.Image};";
        if (_kernel.Sigmoid)
        {
            yield return $"targets += {X.C * X.H * X.W};";
        }
        else
        {
            yield return $"labels = labels == null ? null : labels + {X.H * X.W};";
            yield return $"targets = labels == null ? targets + {X.C * X.H * X.W} : null;";
        }
    }

    private void EmitProbabilities(CodeWriter code, Isa isa)
    {
        if (_kernel.Sigmoid)
        {
            Lanes.Each(code, isa, X.C, _ => code.Line(isa.Store($"global::NetGen.Runtime.VectorMath.Sigmoid({isa.Load("from + i")})", "to + i") + ";"));
            return;
        }

        Lanes.Exponentials(code, isa, X.C, "from", "to");
        code.Line($"var share = {isa.Broadcast($"1 / {isa.Class}.Sum(total)")};");
        Lanes.Each(code, isa, X.C, _ => code.Line(isa.Store($"{isa.Load("to + i")} * share", "to + i") + ";"));
    }
}
