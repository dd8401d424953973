using NetGen.Generators.Ops;

namespace NetGen.Generators.Shapes;

/// <summary>Gives every node its shapes, parameters and cost.</summary>
internal static class ShapeInference
{
    /// <summary>The graph with shapes; or null after a report of the first node that does not fit, as all that follow would only echo it.</summary>
    public static ShapedGraph? Infer(ModelGraph graph, List<Problem> problems)
    {
        List<ShapedNode> shaped = [];
        foreach (Node node in graph.Nodes)
        {
            if (Infer(node, id => shaped[id].Output, problems) is not { } next)
            {
                return null;
            }

            shaped.Add(next);
        }

        List<ShapedNode> inputs = shaped.Where(n => n.IsInput).ToList();
        if (inputs.Sum(n => n.Output.Size) is var total && total > Sizes.LargestImage)
        {
            problems.Add(new Problem(Rules.ValueTooLarge.Id, inputs[inputs.Count - 1].Node.Layer, new[] { "all inputs together", $"({total})" }));
            return null;
        }

        if (shaped.Sum(n => n.Parameters.Sum(p => p.Size)) is var values && values > Sizes.Largest)
        {
            problems.Add(new Problem(Rules.ModelTooLarge.Id, -1, new[] { $"{values}" }));
            return null;
        }

        if (graph.Loss is null)
        {
            return new ShapedGraph(shaped.ToEquatableArray(), graph.Output, null, EquatableArray<ShapedHead>.Empty, graph.Tags);
        }

        if (Infer(graph.Loss, id => shaped[id].Output, problems) is not { } loss)
        {
            return null;
        }

        List<ShapedHead> heads = [];
        foreach (Head head in graph.Heads)
        {
            if (Infer(head.Loss, id => shaped[id].Output, problems) is not { } ofHead || !HeadTargets.Agree(head, ofHead, loss, problems))
            {
                return null;
            }

            heads.Add(new ShapedHead(head.Output, head.Weight, ofHead));
        }

        return new ShapedGraph(shaped.ToEquatableArray(), graph.Output, loss, heads.ToEquatableArray(), graph.Tags);
    }

    /// <summary>
    /// Checks a node's own settings where its input's shape is not known, because a layer before it is in error. An image stands in for the input, and what
    /// is said of that is dropped.
    /// </summary>
    public static void CheckSettings(Node node, List<Problem> problems)
    {
        List<Problem> found = [];
        OpRegistry.Get(node.Op).Infer(new ShapeContext(node, Enumerable.Repeat(Shape.Image(64, 64, 64), Math.Max(1, node.Inputs.Count)).ToEquatableArray(), found));
        problems.AddRange(found.Where(p => p.Id == Rules.SettingOutOfRange.Id && !problems.Contains(p)));
    }

    /// <summary>One node with its shapes, or null after a report.</summary>
    public static ShapedNode? Infer(Node node, Func<int, Shape> shapeOf, List<Problem> problems)
    {
        Op op = OpRegistry.Get(node.Op);
        EquatableArray<Shape> inputs = node.Inputs.Select(shapeOf).ToEquatableArray();
        ShapeContext context = new(node, inputs, problems);
        if (op.Infer(context) is not { } output)
        {
            return null;
        }

        if (!Sizes.Fits(output.C, output.H, output.W))
        {
            context.Fail(Rules.ValueTooLarge.Id, context.Label, $"{output}");
            return null;
        }

        EquatableArray<ParameterDeclaration> parameters = op.Parameters(node, inputs);
        foreach (ParameterDeclaration parameter in parameters)
        {
            if (parameter.Size > Sizes.Largest)
            {
                context.Fail(Rules.ParameterTooLarge.Id, parameter.Leaf, context.Label, $"({string.Join(", ", parameter.Shape)})");
                return null;
            }
        }

        return new ShapedNode(node, inputs, output, parameters, op.Macs(node, inputs, output));
    }
}
