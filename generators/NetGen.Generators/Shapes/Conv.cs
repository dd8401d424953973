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

        // None of these has a say in the output's shape.
        if (spec.Algorithm is < ConvAlgorithm.Auto or > ConvAlgorithm.Winograd4)
        {
            context.FailRange("Algorithm", "Auto, Direct, Winograd2 or Winograd4", (int)spec.Algorithm);
        }
        else if (spec.Algorithm >= ConvAlgorithm.Winograd2 && !spec.TakesWinograd)
        {
            context.FailAt(Rules.AlgorithmDoesNotFit.Id, "Algorithm", context.Label, spec.Algorithm.ToString());
        }

        if (spec.Connections is null)
        {
            context.CheckGroups(spec.Groups, spec.Filters);
        }
        else if (spec.Groups > 1)
        {
            context.FailAt(Rules.ConnectionsWithGroups.Id, "Groups", context.Label, $"{spec.Groups}");
        }
        else
        {
            context.ReadConnections(spec.Connections, spec.Filters);
        }

        Shape? output = context.Slide(spec.Window, spec.Filters);
        if (output is not null)
        {
            context.CheckPhases(spec.Window, context.Input);
        }

        return output;
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
