using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>Gives every node its shapes, parameters and cost.</summary>
internal static class ShapeInference
{
    /// <summary>The network whose nodes fit, with its losses; or null after a report of what does not fit of the whole.</summary>
    public static ShapedGraph? Finish(
        EquatableArray<ShapedNode> nodes,
        int output,
        Node? main,
        EquatableArray<Head> outputs,
        EquatableArray<TaggedValue> tags,
        List<Problem> problems)
    {
        List<ShapedNode> inputs = nodes.Where(n => n.IsInput).ToList();
        if (inputs.Sum(n => n.Output.Size) is var total && total > Sizes.LargestImage)
        {
            problems.Add(new Problem(Rules.ValueTooLarge.Id, inputs[inputs.Count - 1].Node.Layer, new[] { "all inputs together", $"({total})" }));
            return null;
        }

        if (nodes.Where(n => !n.Node.SharesParameters).Sum(n => n.Parameters.Sum(p => p.Size)) is var values && values > Sizes.Largest)
        {
            problems.Add(new Problem(Rules.ModelTooLarge.Id, -1, new[] { $"{values}" }));
            return null;
        }

        if (main is null)
        {
            return new ShapedGraph(nodes, output, null, EquatableArray<ShapedHead>.Empty, tags);
        }

        if (Infer(main, id => nodes[id].Output, problems) is not { } loss)
        {
            return null;
        }

        List<ShapedHead> heads = [];
        foreach (Head head in outputs)
        {
            if (Infer(head.Loss, id => nodes[id].Output, problems) is not { } ofHead || !HeadTargets.Agree(head, ofHead, loss, problems))
            {
                return null;
            }

            heads.Add(new ShapedHead(head.Output, head.Weight, ofHead));
        }

        return new ShapedGraph(nodes, output, loss, heads.ToEquatableArray(), tags);
    }

    /// <summary>
    /// Checks a node's own settings where its input's shape is not known, because a layer before it is in error, or is not taken. An input that is taken
    /// stands in, and what is said of that is dropped.
    /// </summary>
    public static void CheckSettings(Node node, List<Problem> problems)
    {
        List<Problem> found = [];
        ShapeRule rule = ShapeRules.Get(node.Op);
        Shape input = rule.Takes.Include(ShapeKinds.Image) ? Shape.Image(64, 64, 64) : Shape.Vector(64);
        rule.Infer(new ShapeContext(node, Enumerable.Repeat(input, Math.Max(1, node.Inputs.Count)).ToEquatableArray(), found));
        problems.AddRange(found.Where(p => p.Id == Rules.SettingOutOfRange.Id && !problems.Contains(p)));
    }

    /// <summary>One node with its shapes, or null after a report.</summary>
    public static ShapedNode? Infer(Node node, Func<int, Shape> shapeOf, List<Problem> problems)
    {
        ShapeRule rule = ShapeRules.Get(node.Op);
        EquatableArray<Shape> inputs = node.Inputs.Select(shapeOf).ToEquatableArray();
        ShapeContext context = new(node, inputs, problems);
        for (int i = 0; i < inputs.Count; i++)
        {
            if (!rule.Takes.Include(inputs[i].Kind))
            {
                CheckSettings(node, problems);
                context.FailKind(rule.Takes, inputs[i]);
                return null;
            }
        }

        if (rule.Infer(context) is not { } output)
        {
            return null;
        }

        if (!Sizes.Fits(output.Channels, output.Positions))
        {
            context.Fail(Rules.ValueTooLarge.Id, context.Label, $"{output}");
            return null;
        }

        EquatableArray<ParameterDeclaration> parameters = rule.Parameters(node, inputs);
        foreach (ParameterDeclaration parameter in parameters)
        {
            if (parameter.Size > Sizes.Largest)
            {
                context.Fail(Rules.ParameterTooLarge.Id, parameter.Leaf, context.Label, $"({string.Join(", ", parameter.Shape)})");
                return null;
            }
        }

        return new ShapedNode(node, inputs, output, parameters, rule.Macs(node, inputs, output));
    }
}
