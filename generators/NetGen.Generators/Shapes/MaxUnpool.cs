using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class MaxUnpool : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Image;

    public override Shape? Infer(ShapeContext context)
    {
        MaxUnpoolSpec spec = context.Spec<MaxUnpoolSpec>();
        Window window = spec.Window;
        Shape pooled = context.Inputs[1];
        Shape source = context.Inputs[2];
        if (window.KernelY > window.StrideY || window.KernelX > window.StrideX)
        {
            context.FailAt(
                Rules.WindowsOverlap.Id, "tag", context.Label, spec.Tag, $"{window.KernelY}×{window.KernelX}", $"{window.StrideY}×{window.StrideX}");
        }

        if (context.Input != pooled)
        {
            context.Fail(
                Rules.ShapesDiffer.Id,
                context.Label,
                $"{pooled}",
                "the current value",
                $"{context.Input}",
                $"it puts values back to where \"{spec.Tag}\" found its own, so give the layer before it that shape");
        }

        return source;
    }

    /// <summary>The image that the pool read.</summary>
    public override ShapeGuess Guess(Spec spec, IReadOnlyList<ShapeGuess> inputs) => inputs.Count == 3 ? inputs[2] : ShapeGuess.OfKind(ShapeKinds.Image);
}
