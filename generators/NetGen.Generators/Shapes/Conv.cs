using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

internal sealed class Conv : ShapeRule
{
    public override ShapeKinds Takes => ShapeKinds.Image;

    public override Shape? Infer(ShapeContext context)
    {
        ConvSpec spec = context.Spec<ConvSpec>();
        if (!context.AtLeast(1, "filters", spec.Filters) | !context.AtLeast(1, "Groups", spec.Groups) | !context.CheckWindow(spec.Window))
        {
            return null;
        }

        if (spec.Algorithm is < ConvAlgorithm.Auto or > ConvAlgorithm.Winograd4)
        {
            return context.FailRange("Algorithm", "Auto, Direct, Winograd2 or Winograd4", (int)spec.Algorithm);
        }

        if (spec.Algorithm >= ConvAlgorithm.Winograd2 && !spec.TakesWinograd)
        {
            return context.Fail(Rules.AlgorithmDoesNotFit.Id, context.Label, spec.Algorithm.ToString());
        }

        if (spec.Connections is { } table)
        {
            if (spec.Groups > 1)
            {
                return context.Fail(Rules.ConnectionsWithGroups.Id, context.Label, $"{spec.Groups}");
            }

            if (context.ReadConnections(table, spec.Filters) is null)
            {
                return null;
            }
        }

        if (context.Input.C % spec.Groups != 0)
        {
            return context.Fail(Rules.ChannelsNotDivisible.Id, context.Label, $"{spec.Groups}", $"{context.Input}", $"{context.Input.C}");
        }

        return spec.Filters % spec.Groups != 0
            ? context.Fail(Rules.FiltersNotDivisible.Id, context.Label, $"{spec.Groups}", $"{spec.Filters}")
            : context.Slide(spec.Window, spec.Filters) is { } output && context.HasFewPhases(spec.Window, context.Input) ? output : null;
    }

    public override EquatableArray<ParameterDeclaration> Parameters(Node node, EquatableArray<Shape> inputs)
    {
        ConvSpec spec = (ConvSpec)node.Spec;
        return ConvParameters.Of(spec.Filters, inputs[0].C, spec.Groups, spec.Window, spec.Bias, Rows(node, inputs));
    }

    public override long Macs(Node node, EquatableArray<Shape> inputs, Shape output)
    {
        ConvSpec spec = (ConvSpec)node.Spec;
        return Rows(node, inputs) is { } rows
            ? Sizes.Product(ConnectionTable.Count(rows), output.H, output.W, spec.Window.KernelY, spec.Window.KernelX)
            : Sizes.Product(output.Size, inputs[0].C / spec.Groups, spec.Window.KernelY, spec.Window.KernelX);
    }

    /// <summary>The rows of the connection table, which has been found good; null without one.</summary>
    private static string? Rows(Node node, EquatableArray<Shape> inputs)
    {
        ConvSpec spec = (ConvSpec)node.Spec;
        return spec.Connections is { } table ? new ShapeContext(node, inputs, []).ReadConnections(table, spec.Filters) : null;
    }
}
