namespace NetGen.Generators.Ops;

internal sealed partial class Conv
{
    public override Shape? Infer(ShapeContext context)
    {
        ConvSpec spec = context.Spec<ConvSpec>();
        if (!context.AtLeast(1, "filters", spec.Filters) || !context.AtLeast(1, "Groups", spec.Groups) || !context.NeedsImage())
        {
            return null;
        }

        if (context.Input.C % spec.Groups != 0)
        {
            return context.Fail(Rules.ChannelsNotDivisible.Id, context.Label, $"{spec.Groups}", $"{context.Input}", $"{context.Input.C}");
        }

        return spec.Filters % spec.Groups != 0
            ? context.Fail(Rules.FiltersNotDivisible.Id, context.Label, $"{spec.Groups}", $"{spec.Filters}")
            : context.Slide(spec.Window, spec.Filters);
    }

    public override EquatableArray<ParameterDeclaration> Parameters(Node node, EquatableArray<Shape> inputs)
    {
        ConvSpec spec = (ConvSpec)node.Spec;
        return ConvParameters.Of(spec.Filters, inputs[0].C, spec.Groups, spec.Window, spec.Bias);
    }

    public override long Macs(Node node, EquatableArray<Shape> inputs, Shape output)
    {
        ConvSpec spec = (ConvSpec)node.Spec;
        return Sizes.Product(output.Size, inputs[0].C / spec.Groups, spec.Window.KernelY, spec.Window.KernelX);
    }
}
