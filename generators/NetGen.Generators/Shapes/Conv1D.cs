using NetGen.Generators.Common;
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
            | !context.CheckStepWindow(spec.Window))
        {
            return null;
        }

        context.CheckGroups(spec.Groups, spec.Filters);
        if (context.SlideOverSteps(spec.Window, spec.Filters, ceil: false) is not { } output)
        {
            return null;
        }

        context.CheckPhases(spec.Window, StepWindow.Row(context.Input));
        return output;
    }

    public override ShapeKinds? KindOf(Spec spec, IReadOnlyList<ShapeKinds?> inputs) => ShapeKinds.Sequence;

    /// <summary>The weight, (filters, features / groups, kernel), and the bias.</summary>
    public override EquatableArray<ParameterDeclaration> Parameters(Node node, EquatableArray<Shape> inputs)
    {
        Conv1DSpec spec = (Conv1DSpec)node.Spec;
        int read = inputs[0].Features / spec.Groups;
        ParameterDeclaration weight = new(
            "weight",
            new[] { spec.Filters, read, spec.Window.KernelX },
            Trainable: true,
            Start.Weight,
            Sizes.Clamped(read, spec.Window.KernelX),
            Sizes.Clamped(spec.Filters / spec.Groups, spec.Window.KernelX));
        return spec.Bias ? new[] { weight, ParameterDeclaration.Bias(spec.Filters) } : new[] { weight };
    }

    public override long Macs(Node node, EquatableArray<Shape> inputs, Shape output)
    {
        Conv1DSpec spec = (Conv1DSpec)node.Spec;
        return Sizes.Product(output.Size, inputs[0].Features / spec.Groups, spec.Window.KernelX);
    }
}
