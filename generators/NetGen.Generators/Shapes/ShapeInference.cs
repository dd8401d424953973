using NetGen.Generators.Common;
using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Shapes;

/// <summary>Gives every node its shapes, parameters and cost.</summary>
internal static class ShapeInference
{
    /// <summary>What a layer's own settings say, whatever its input is.</summary>
    private static readonly HashSet<string> s_ofSettings = new(StringComparer.Ordinal)
    {
        Rules.SettingOutOfRange.Id,
        Rules.PadTooLarge.Id,
        Rules.FiltersNotDivisible.Id,
        Rules.AlgorithmDoesNotFit.Id,
        Rules.ConnectionsWithGroups.Id,
        Rules.ConnectionsOfOtherFilters.Id,
        Rules.ConnectionsUnreadable.Id,
        Rules.FilterWithoutConnection.Id,
        Rules.ConnectionRepeated.Id,
        Rules.ClassWeightUnreadable.Id,
    };

    /// <summary>The network whose nodes fit, with its losses; or null after a report of what does not fit of the whole.</summary>
    public static ShapedGraph? Finish(
        EquatableArray<ShapedNode> nodes,
        int output,
        Node? main,
        EquatableArray<Head> outputs,
        EquatableArray<TaggedValue> tags,
        List<Problem> problems)
    {
        int before = problems.Count;
        CheckSizes(nodes, allKnown: true, problems);
        (ShapedNode? loss, EquatableArray<ShapedHead> heads) = Losses(id => ShapeGuess.Of(nodes[id].Output), main, outputs, problems);
        return problems.Count > before ? null : new ShapedGraph(nodes, output, loss, heads, tags);
    }

    /// <summary>Checks what is too large of a network as a whole.</summary>
    /// <param name="nodes">The nodes whose shapes are known.</param>
    /// <param name="allKnown">Whether that is all of them.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckSizes(IReadOnlyList<ShapedNode> nodes, bool allKnown, List<Problem> problems)
    {
        List<ShapedNode> inputs = nodes.Where(n => n.IsInput).ToList();
        if (inputs.Sum(n => n.Output.Size) is var total && total > Sizes.LargestImage)
        {
            problems.Add(new Problem(Rules.ValueTooLarge.Id, inputs[inputs.Count - 1].Node.Layer, new[] { "all inputs together", $"({total})" }));
        }

        if (allKnown && nodes.Where(n => !n.Node.SharesParameters).Sum(n => n.Parameters.Sum(p => p.Size)) is var values && values > Sizes.Largest)
        {
            problems.Add(new Problem(Rules.ModelTooLarge.Id, -1, new[] { $"{values}" }));
        }
    }

    /// <summary>The losses with their shapes, those that fit; and a report of the others.</summary>
    /// <param name="guessOf">What is known of a node's shape.</param>
    /// <param name="main">The model's loss, where it has one.</param>
    /// <param name="outputs">Its other outputs.</param>
    /// <param name="problems">Where problems go.</param>
    public static (ShapedNode? Main, EquatableArray<ShapedHead> Heads) Losses(
        Func<int, ShapeGuess> guessOf, Node? main, EquatableArray<Head> outputs, List<Problem> problems)
    {
        if (main is null)
        {
            return (null, EquatableArray<ShapedHead>.Empty);
        }

        ShapedNode? loss = InferGuess(main, guessOf, problems).Shaped;
        List<ShapedHead> heads = [];
        foreach (Head head in outputs)
        {
            // A loss like the model's has its settings as well, which have been looked at.
            List<Problem> found = [];
            ShapedNode? ofHead = InferGuess(head.Loss, guessOf, found).Shaped;
            problems.AddRange(head.HasOwnLoss ? found : found.Where(p => p.Id != Rules.SettingOutOfRange.Id));
            if (found.Count == 0
                && (head.HasTargets || HeadTargets.Agree(head, main, guessOf(head.Loss.Inputs[0]).Shape, loss is null ? null : guessOf(main.Inputs[0]).Shape, problems))
                && ofHead is not null)
            {
                heads.Add(new ShapedHead(head.Output, head.Weight, ofHead, head.HasTargets));
            }
        }

        return (loss, heads.ToEquatableArray());
    }

    /// <summary>
    /// Checks a node's own settings where its input's shape is not known, because a layer before it is in error, or is not taken. An input that is taken
    /// stands in, and what is said of that is dropped.
    /// </summary>
    public static void CheckSettings(Node node, List<Problem> problems)
    {
        List<Problem> found = [];
        ShapeRule rule = ShapeRules.Get(node.Op);
        Shape input = rule.Takes.Include(ShapeKinds.Image) ? Shape.Image(64, 64, 64) : rule.Takes == ShapeKinds.Sequence ? Shape.Sequence(64, 64) : Shape.Vector(64);
        rule.Infer(new ShapeContext(node, Enumerable.Repeat(input, Math.Max(1, node.Inputs.Count)).ToEquatableArray(), found));

        // How large a connection table may be depends on the channels.
        problems.AddRange(found.Where(p => s_ofSettings.Contains(p.Id) && !(p is { Argument: "Connections" } && p.Id == Rules.SettingOutOfRange.Id) && !problems.Contains(p)));
    }

    /// <summary>One node with its shapes, or null after a report.</summary>
    public static ShapedNode? Infer(Node node, Func<int, Shape> shapeOf, List<Problem> problems) =>
        InferGuess(node, id => ShapeGuess.Of(shapeOf(id)), problems).Shaped;

    /// <summary>One node with its shapes, where its inputs are known and it fits; and what is known of its output.</summary>
    public static (ShapedNode? Shaped, ShapeGuess Output) InferGuess(Node node, Func<int, ShapeGuess> guessOf, List<Problem> problems)
    {
        ShapeRule rule = ShapeRules.Get(node.Op);
        List<ShapeGuess> guesses = node.Inputs.Select(guessOf).ToList();
        for (int i = 0; i < guesses.Count; i++)
        {
            if (guesses[i].Kind is { } kind && !rule.TakesAt(i).Include(kind))
            {
                // Whether the layer is the wrong one or one is missing before it is open, and so is what comes out.
                CheckSettings(node, problems);
                new ShapeContext(node, EquatableArray<Shape>.Empty, problems).FailKind(rule.TakesAt(i), guesses[i]);
                return default;
            }
        }

        int before = problems.Count;
        if (guesses.Any(g => g.Shape is null))
        {
            CheckSettings(node, problems);
            return (null, problems.Count > before ? ShapeGuess.OfKind(rule.KindOf(node.Spec, ShapeGuess.Kinds(guesses))) : rule.Guess(node.Spec, guesses));
        }

        EquatableArray<Shape> inputs = guesses.Select(g => g.Shape!.Value).ToEquatableArray();
        ShapeContext context = new(node, inputs, problems);
        if (rule.Infer(context) is not { } output)
        {
            return (null, ShapeGuess.OfKind(rule.KindOf(node.Spec, ShapeGuess.Kinds(guesses))));
        }

        bool fits = Sizes.Fits(output.Channels, output.Positions);
        if (problems.Count > before)
        {
            return (null, fits ? ShapeGuess.Of(output) : ShapeGuess.OfKind(output.Kind));
        }

        if (!fits)
        {
            context.Fail(Rules.ValueTooLarge.Id, context.Label, $"{output}");
            return (null, ShapeGuess.OfKind(output.Kind));
        }

        EquatableArray<ParameterDeclaration> parameters = rule.Parameters(node, inputs);
        if (node.IsSpectral)
        {
            // PyTorch counts the outputs of a transposed convolution's weight by its second dimension as well, those of one group.
            parameters = SpectralWeight.Divide(parameters, node.Spec is ConvTransposeSpec ? 1 : 0);
        }

        foreach (ParameterDeclaration parameter in parameters)
        {
            if (parameter.Size > Sizes.Largest)
            {
                string shape = $"({string.Join(", ", parameter.Shape)})";
                _ = rule.SizedBy is { } argument
                    ? context.FailAt(Rules.ParameterTooLarge.Id, argument, parameter.Leaf, context.Label, shape)
                    : context.Fail(Rules.ParameterTooLarge.Id, parameter.Leaf, context.Label, shape);
                return (null, ShapeGuess.Of(output));
            }
        }

        return (new ShapedNode(node, inputs, output, parameters, rule.Macs(node, inputs, output)), ShapeGuess.Of(output));
    }
}
