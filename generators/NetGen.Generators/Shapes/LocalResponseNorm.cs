using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class LocalResponseNorm : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.VectorOrImage;

    public override Shape? Infer(ShapeContext context)
    {
        LocalResponseNormSpec spec = context.Spec<LocalResponseNormSpec>();
        context.AtLeast(1, "size", spec.Size, Sizes.MostPixels);
        context.IsFiniteFrom0("Alpha", spec.Alpha);
        context.IsFiniteFrom0("Beta", spec.Beta);
        context.IsFiniteAbove0("K", spec.K);
        return context.Input;
    }
}
