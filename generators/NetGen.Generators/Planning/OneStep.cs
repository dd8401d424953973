using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>A network as it is for one step of the sequences that come step by step. What does not depend on them is as it was.</summary>
internal static class OneStep
{
    /// <summary>The network of one step; null where no input asks for steps.</summary>
    public static ShapedGraph? Of(ShapedGraph graph) => StepFlow.Of(graph) is { } flow
        ? graph with { Nodes = graph.Nodes.Select(n => Of(n, flow)).ToEquatableArray(), Tags = EquatableArray<TaggedValue>.Empty }
        : null;

    private static ShapedNode Of(ShapedNode node, StepFlow flow) => flow.IsStepwise[node.Id]
        ? WithoutLengths(node) with
        {
            Inputs = WithoutLengths(node).Inputs.Select((shape, i) => flow.IsStepwise[node.Node.Inputs[i]] ? Of(shape, node.Node.Spec is EmbeddingSpec) : shape).ToEquatableArray(),
            Output = Of(node.Output, node.IsInput),
        }
        : node;

    /// <summary>A step is there: nothing has to say so. Lengths are a layer's last input.</summary>
    private static ShapedNode WithoutLengths(ShapedNode node) => node.Node.Spec is RecurrentSpec { LengthsInput: { } input } spec
        ? node with
        {
            Inputs = node.Inputs.Take(input).ToEquatableArray(),
            Node = node.Node with { Inputs = node.Node.Inputs.Take(input).ToEquatableArray(), Spec = spec.WithoutLengths() },
        }
        : node;

    private static Shape Of(Shape shape, bool isWords) =>
        shape.Kind == ShapeKinds.Sequence ? Shape.Sequence(1, shape.Features) : isWords ? Shape.Vector(1) : shape;
}
