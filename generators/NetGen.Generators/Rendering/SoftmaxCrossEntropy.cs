using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Softmax and cross entropy with class labels, or where there are none with a share of each class: the loss and its gradient at once.</summary>
internal sealed class SoftmaxCrossEntropyText(SoftmaxCrossEntropyKernel kernel) : KernelText(kernel)
{
    private readonly SoftmaxCrossEntropyKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Dx => _kernel.Dx;

    private float Smoothing => _kernel.Smoothing;

    private LossShare Share => _kernel.Share;

    public override string Summary => $"Adds the mean cross entropy of {X.C} classes to the totals and writes its gradient, (softmax − target) / predictions.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        string spread = Literals.Of(Smoothing / X.C);
        string target = Literals.Of(1 - Smoothing);
        Lanes.DeclareMask(code, isa, X.C);
        code.Line($"float scale = {Share.Scale(1)} / ((float)batch * {X.H * X.W});");
        code.Line("double loss = 0;");
        code.Line("int soft = 0;");
        Walk.Pixels(code, "count", new[] { new Walker("x", X), new Walker("dx", Dx) }, 1, () =>
        {
            Lanes.Exponentials(code, isa, X.C, "x", "dx");
            code.Line($"float sum = {isa.Class}.Sum(total);");
            code.Line();
            using (code.Braces("if (labels == null)"))
            {
                code.Line("// The target is a share of each class.");
                code.Line($"loss += global::NetGen.Runtime.Losses.SoftTargets(x, dx, targets, soft++, {X.C}, {(_kernel.InSteps ? 1 : X.H * X.W)}, largest, sum, {Literals.Of(Smoothing)}, scale, {(Share.Counts ? "totals" : "null")});");
            }

            using (code.Braces("else"))
            {
                EmitLabel(code, isa, spread, target);
            }
        });
        Share.EmitTotals(code, X.H * X.W, X.H * X.W);
    }

    /// <summary>The loss, the hit and the gradient for a label.</summary>
    private void EmitLabel(CodeWriter code, Isa isa, string spread, string target)
    {
        code.Line("// The loss: log Σ exp(x) − x of the label" + (Smoothing == 0 ? "." : ", mixed with the mean over all classes."));
        code.Line("int label = *labels++;");
        code.Line("float ofLabel = x[label];");
        if (Smoothing == 0)
        {
            code.Line("loss += global::System.Math.Log(sum) + (largest - ofLabel);");
        }
        else
        {
            code.Line($"var below = {isa.Zero};");
            Lanes.Each(code, isa, X.C, masked => code.Line($"below += {Lanes.Masked(isa, masked, $"{isa.Broadcast("largest")} - {isa.Load("x + i")}", isa.Zero)};"));
            code.Line($"loss += global::System.Math.Log(sum) + ({target} * (double)(largest - ofLabel)) + ({spread} * (double){isa.Class}.Sum(below));");
        }

        code.Line();
        if (Share.Counts)
        {
            EmitHit(code, X.C);
        }

        code.Line("// The gradient.");
        code.Line($"var share = {isa.Broadcast("scale / sum")};");
        if (Smoothing != 0)
        {
            code.Line($"var spread = {isa.Broadcast($"scale * {spread}")};");
        }

        Lanes.Each(code, isa, X.C, _ => code.Line(isa.Store(Smoothing == 0 ? $"global::NetGen.Runtime.VectorMath.Flush({isa.Load("dx + i")} * share)" : $"({isa.Load("dx + i")} * share) - spread", "dx + i") + ";"));
        code.Line(Smoothing == 0 ? "dx[label] -= scale;" : $"dx[label] -= scale * {target};");
    }

    private static void EmitHit(CodeWriter code, int classes)
    {
        code.Line("// A hit: the label is the first of the largest, which a value is that is not a number.");
        code.Line("bool isNumber = !float.IsNaN(ofLabel);");
        code.Line("bool hit = ofLabel == largest || !isNumber;");
        using (code.Braces("for (int i = 0; hit && i < label; i++)"))
        {
            code.Line("hit = isNumber ? x[i] < largest : !float.IsNaN(x[i]);");
        }

        using (code.Braces($"for (int i = label + 1; hit && isNumber && float.IsNaN(sum) && i < {classes}; i++)"))
        {
            code.Line("hit = !float.IsNaN(x[i]);");
        }

        code.Line("totals->Correct += hit ? 1 : 0;");
        code.Line();
    }
}
