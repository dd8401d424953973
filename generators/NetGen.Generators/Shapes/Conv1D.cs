using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Conv1D : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Sequence;

    public override Shape? Infer(ShapeContext context)
    {
        Conv1DSpec spec = context.Spec<Conv1DSpec>();
        if (!context.AtLeast(1, "filters", spec.Filters)
            | !context.AtLeast(1, "Groups", spec.Groups)
            | !context.AtLeast(1, "kernel", spec.Kernel, Sizes.MostPixels)
            | !context.AtLeast(1, "Stride", spec.Stride, Sizes.MostPixels)
            | !CheckPads(context, spec)
            | !context.AtLeast(1, "Dilation", spec.Dilation, Sizes.MostPixels))
        {
            return null;
        }

        context.CheckGroups(spec.Groups, spec.Filters);
        Shape input = context.Input;
        long padded = (long)input.Steps + spec.PadBefore + spec.PadAfter;
        long extent = ((long)spec.Dilation * (spec.Kernel - 1)) + 1;
        if (extent > padded)
        {
            return context.FailAt(Rules.KernelTooLarge.Id, "kernel", context.Label, Steps(extent), $"{input}", Steps(padded));
        }

        long steps = ((padded - extent) / spec.Stride) + 1;

        // In memory the padding lies around the input, and around the gradient by the output what the turned kernel reaches.
        if (!Sizes.Fits(input.Features, input.Steps + (2L * Math.Max(spec.PadBefore, spec.PadAfter))) || !Sizes.Fits(spec.Filters, steps + (2 * extent)))
        {
            return context.Fail(Rules.ValueTooLarge.Id, context.Label, $"({steps}, {spec.Filters}) and its input {input}, each with the zeros around it that the kernel reaches");
        }

        context.CheckPhases(spec.Window, Conv1DSpec.Row(input));
        return Shape.Sequence((int)steps, spec.Filters);
    }

    public override ShapeKinds? KindOf(Spec spec, IReadOnlyList<ShapeKinds?> inputs) => ShapeKinds.Sequence;

    /// <summary>The weight, (filters, features / groups, kernel), and the bias.</summary>
    public override EquatableArray<ParameterDeclaration> Parameters(Node node, EquatableArray<Shape> inputs)
    {
        Conv1DSpec spec = (Conv1DSpec)node.Spec;
        int read = inputs[0].Features / spec.Groups;
        ParameterDeclaration weight = new(
            "weight",
            new[] { spec.Filters, read, spec.Kernel },
            Trainable: true,
            Start.Weight,
            Sizes.Clamped(read, spec.Kernel),
            Sizes.Clamped(spec.Filters / spec.Groups, spec.Kernel));
        return spec.Bias ? new[] { weight, ParameterDeclaration.Bias(spec.Filters) } : new[] { weight };
    }

    public override long Macs(Node node, EquatableArray<Shape> inputs, Shape output)
    {
        Conv1DSpec spec = (Conv1DSpec)node.Spec;
        return Sizes.Product(output.Size, inputs[0].Features / spec.Groups, spec.Kernel);
    }

    /// <summary>Whether the paddings are in their range; where both sides have the same, it is told once.</summary>
    private static bool CheckPads(ShapeContext context, Conv1DSpec spec) => spec.PadBefore == spec.PadAfter
        ? context.AtLeast(0, "Pad", spec.PadBefore, Sizes.MostPixels)
        : context.AtLeast(0, "PadBefore", spec.PadBefore, Sizes.MostPixels) & context.AtLeast(0, "PadAfter", spec.PadAfter, Sizes.MostPixels);

    private static string Steps(long count) => count == 1 ? "1 step" : $"{count} steps";
}
