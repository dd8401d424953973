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

    private bool Weighs => _kernel.Share.Weighs;

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
        code.Line($"float {(Weighs ? "ofAll" : "scale")} = (float)({_kernel.Share.Scale(1)} / whole);");
        code.Line("double loss = 0;");
        code.Line("long counted = 0;");
        code.Line("int place = 0;");
        Walk.Pixels(code, "count", new[] { new Walker("x", X), new Walker("dx", _kernel.Dx) }, 1, () =>
        {
            if (Weighs)
            {
                code.Line($"float weight = sampleWeights == null ? 1f : sampleWeights[{(pixels == 1 ? "place" : $"place / {pixels}")}];");
                code.Line("float scale = ofAll * weight;");
            }

            if (LeftOut() is not { Length: > 0 } leftOut)
            {
                EmitPixel(code, isa, pixels, hits);
                return;
            }

            using (code.Braces($"if ({leftOut})"))
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
        code.Line($"totals->Loss += {_kernel.Share.OnTotals()}loss / whole;");
        if (_kernel.Share.Counts)
        {
            code.Line("totals->Count += counted;");
        }
    }

    /// <summary>When a pixel counts for nothing; empty for never.</summary>
    private string LeftOut()
    {
        string ignored = _kernel.Ignored is { } label ? $"labels != null && labels[place] == {Literals.Of(label)}" : "";
        return !Weighs ? ignored : ignored.Length == 0 ? "weight == 0" : $"weight == 0 || ({ignored})";
    }

    private void EmitPixel(CodeWriter code, Isa isa, int pixels, string hits)
    {
        string smoothing = Literals.Of(_kernel.Smoothing);
        Lanes.Exponentials(code, isa, X.C, "x", "dx");
        code.Line($"float sum = {isa.Class}.Sum(total);");
        code.Line(Weighs ? "loss += weight * (labels == null" : "loss += labels == null");
        code.Line($"    ? global::NetGen.Runtime.Losses.SoftTargets(x, dx, targets, place, {X.C}, {(_kernel.InSteps ? 1 : pixels)}, largest, sum, {smoothing}, scale, {hits}, {Weights})");
        code.Line($"    : global::NetGen.Runtime.WeightedLosses.Label(x, dx, labels[place], {X.C}, largest, sum, {smoothing}, scale, {hits}, {Weights}){(Weighs ? ")" : "")};");
        code.Line("place++;");
        code.Line("counted++;");
    }
}
