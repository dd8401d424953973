using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// Softmax and cross entropy of labels of which one may count for nothing and classes may count differently, or where there are none with a share of each class: the loss and its
/// gradient at once. What follows the exponentials is few numbers a pixel, and the run-time library's.
/// </summary>
internal sealed class WeightedSoftmaxCrossEntropyText(WeightedSoftmaxCrossEntropyKernel kernel) : KernelText(kernel)
{
    private readonly WeightedSoftmaxCrossEntropyKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private string Weights => _kernel.Weighted ? "classWeights" : "null";

    public override string Summary =>
        $"Adds the cross entropy of {X.C} classes, as the mean over what the labels count for, to the totals and writes its gradient, (softmax · Σ target − target) / that.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        int pixels = X.H * X.W;
        string hits = _kernel.Share.Counts ? "totals" : "null";
        Lanes.DeclareMask(code, isa, X.C);
        code.Line("// Float targets count 1 a pixel.");
        code.Line($"double whole = labels == null ? (double)batch * {pixels} : labelWeight;");
        code.Line($"float scale = (float)({_kernel.Share.Scale(1)} / whole);");
        code.Line("double loss = 0;");
        code.Line("long counted = 0;");
        code.Line("int place = 0;");
        Walk.Pixels(code, "count", new[] { new Walker("x", X), new Walker("dx", _kernel.Dx) }, 1, () =>
        {
            if (_kernel.Ignored is not { } ignored)
            {
                EmitPixel(code, isa, pixels, hits);
                return;
            }

            using (code.Braces($"if (labels != null && labels[place] == {Literals.Of(ignored)})"))
            {
                code.Line("// It counts for nothing.");
                Lanes.Each(code, isa, X.C, _ => code.Line(isa.Store(isa.Zero, "dx + i") + ";"));
                code.Line("place++;");
            }

            using (code.Braces("else"))
            {
                EmitPixel(code, isa, pixels, hits);
            }
        });
        string weight = _kernel.Share.Weight == 1 ? "" : Literals.Of(_kernel.Share.Weight) + " * ";
        code.Line($"totals->Loss += {weight}loss / whole;");
        if (_kernel.Share.Counts)
        {
            code.Line("totals->Count += counted;");
        }
    }

    private void EmitPixel(CodeWriter code, Isa isa, int pixels, string hits)
    {
        string smoothing = Literals.Of(_kernel.Smoothing);
        Lanes.Exponentials(code, isa, X.C, "x", "dx");
        code.Line($"float sum = {isa.Class}.Sum(total);");
        code.Line("loss += labels == null");
        code.Line($"    ? global::NetGen.Runtime.Losses.SoftTargets(x, dx, targets, place, {X.C}, {(_kernel.InSteps ? 1 : pixels)}, largest, sum, {smoothing}, scale, {hits}, {Weights})");
        code.Line($"    : global::NetGen.Runtime.WeightedLosses.Label(x, dx, labels[place], {X.C}, largest, sum, {smoothing}, scale, {hits}, {Weights});");
        code.Line("place++;");
        code.Line("counted++;");
    }
}
