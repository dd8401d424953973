using NetGen.Generators.Ops;

namespace NetGen.Generators.Planning;

/// <summary>What became of a declaration: a plan, or the problems that prevent one.</summary>
internal sealed record CompiledModel(ModelDeclaration Declaration, ModelPlan? Plan, EquatableArray<Problem> Problems)
{
    /// <summary>The names of generated members that the user has given to others; <c>.ctor</c> for the constructor.</summary>
    public IReadOnlyCollection<string> TakenMembers => [.. Problems.Where(p => p.Id == Rules.MemberTaken.Id).Select(p => p.Arguments[1])];

    /// <summary>Whether it has a problem that fails a build.</summary>
    public bool IsWrong => Problems.Any(p => Rules.IsError(p.Id));

    /// <summary>Problems that leave no room for a generated part, not even one whose members throw.</summary>
    private static readonly HashSet<string> s_unwritable =
        [Rules.ModelNotPartial.Id, Rules.ContainingTypeNotPartial.Id, Rules.UnfitContainingType.Id, Rules.UnfitModel.Id, Rules.BaseClassInTheWay.Id];

    /// <summary>Whether a generated part can be added to the class.</summary>
    public bool Writable => !Problems.Any(p => s_unwritable.Contains(p.Id));
}

/// <summary>The rooms in their order: Graph, Shapes, Autodiff, Planning.</summary>
internal static class Compiler
{
    /// <summary>All that is wrong with a declaration, without a plan.</summary>
    public static IReadOnlyList<Problem> Check(ModelDeclaration declaration)
    {
        List<Problem> problems = [.. declaration.Problems];
        Shape(declaration, problems);
        return problems;
    }

    public static CompiledModel Compile(ModelDeclaration declaration)
    {
        List<Problem> problems = [.. declaration.Problems];
        ShapedGraph? shaped = Shape(declaration, problems);
        return new CompiledModel(
            declaration,
            shaped is null || problems.Any(p => Rules.IsError(p.Id)) ? null : Plan(declaration, shaped),
            problems.ToEquatableArray());
    }

    private static ShapedGraph? Shape(ModelDeclaration declaration, List<Problem> problems) =>
        !declaration.Incomplete && GraphBuilder.Build(declaration, problems) is { } graph ? ShapeInference.Infer(graph, problems) : null;

    private static ModelPlan Plan(ModelDeclaration declaration, ShapedGraph graph)
    {
        GradientGraph ofPrediction = GradientGraph.Of(graph, training: false);
        GradientGraph ofTraining = GradientGraph.Of(graph, training: true);
        EquatableArray<ModelParameter> parameters = Parameters(graph, ofTraining);
        Dictionary<string, int> places = Enumerable.Range(0, parameters.Count).ToDictionary(i => parameters[i].Path, StringComparer.Ordinal);
        Plan predict = Lowering.Lower(graph, ofPrediction, places, training: false);
        Plan train = Lowering.Lower(graph, ofTraining, places, training: true);
        EquatableArray<TagRow> inputs = graph.Inputs.Select(n => new TagRow(n.Node.Path, n.Output.Dimensions)).ToEquatableArray();
        Shape output = graph.Nodes[graph.Output].Output;
        int classes = graph.Loss is null ? -1 : OpRegistry.Get(graph.Loss.Node.Op).TakesLabels ? output.C : 0;
        RuntimeCall? evaluation = graph.Loss is null ? null : OpRegistry.Get(graph.Loss.Node.Op).Evaluation(graph.Loss);
        return new ModelPlan(
            declaration,
            inputs.Count == 1 ? inputs[0].Shape : new[] { (int)graph.Inputs.Sum(n => n.Output.Size) },
            inputs,
            output.Dimensions,
            classes,
            evaluation,
            ofPrediction.Readable(graph).Select(t => new TagRow(t.Name, graph.Nodes[t.Value].Output.Dimensions)).ToEquatableArray(),
            LayerTable(graph, ofPrediction),
            parameters,
            predict,
            train,
            graph.Nodes.FirstOrDefault(n => OpRegistry.Get(n.Node.Op).NeedsSeveralValues && n.Output.H * n.Output.W == 1)?.Node.Path);
    }

    private static EquatableArray<LayerRow> LayerTable(ShapedGraph graph, GradientGraph ofPrediction) =>
        graph.Nodes.Select(n => Row(n, !ofPrediction.Live[n.Id]))
            .Concat(graph.Heads.Select(h => Row(h.Loss, trainingOnly: true)))
            .Concat(graph.Loss is null ? [] : [Row(graph.Loss, trainingOnly: false)])
            .ToEquatableArray();

    private static LayerRow Row(ShapedNode n, bool trainingOnly) =>
        new(n.Node.Path, n.Node.Title, n.Output.Dimensions, n.Parameters.Where(p => p.Trainable).Sum(p => p.Count), n.Macs, trainingOnly);

    private static EquatableArray<ModelParameter> Parameters(ShapedGraph graph, GradientGraph gradients)
    {
        bool[] feedsReLU = FeedsReLU(graph, gradients);
        return graph.Nodes.SelectMany(node => node.Parameters.Select(p => new ModelParameter(
            node.Node.Path + "." + p.Leaf,
            p.Shape,
            p.Trainable,
            p.Start switch
            {
                Start.One => "One",
                Start.Quarter => "Quarter",
                Start.PlusMinusOne => "PlusMinusOne",
                Start.Weight => feedsReLU[node.Id] ? "HeNormal" : "XavierNormal",
                _ => "Zero",
            },
            p.FanIn,
            p.FanOut,
            p.Connections))).ToEquatableArray();
    }

    /// <summary>For each node whether a nonlinearity that follows it is a ReLU or leaky ReLU; norms, sums, pools and dropout in between change nothing.</summary>
    private static bool[] FeedsReLU(ShapedGraph graph, GradientGraph gradients)
    {
        bool[] feeds = new bool[graph.Nodes.Count];
        for (int id = feeds.Length - 1; id >= 0; id--)
        {
            foreach (int reader in gradients.ReadBy[id])
            {
                Op op = OpRegistry.Get(graph.Nodes[reader].Node.Op);
                feeds[id] |= op.AsActivation(graph.Nodes[reader].Node.Spec) is not null || (op.KeepsSign && feeds[reader]);
            }
        }

        return feeds;
    }
}
