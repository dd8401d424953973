using NetGen.Generators.Ops;

namespace NetGen.Generators.Planning;

/// <summary>What became of a declaration: a plan, or the problems that prevent one.</summary>
internal sealed record CompiledModel(ModelDeclaration Declaration, ModelPlan? Plan, EquatableArray<Problem> Problems)
{
    /// <summary>Problems that leave no room for a generated part, not even one whose members throw.</summary>
    private static readonly HashSet<string> s_unwritable =
        [Rules.ModelNotPartial.Id, Rules.ContainingTypeNotPartial.Id, Rules.UnfitContainingType.Id, Rules.UnfitModel.Id, Rules.BaseClassInTheWay.Id];

    /// <summary>Whether a generated part can be added to the class.</summary>
    public bool Writable => !Problems.Any(p => s_unwritable.Contains(p.Id));
}

/// <summary>The rooms in their order: Graph, Shapes, Autodiff, Planning.</summary>
internal static class Compiler
{
    public static CompiledModel Compile(ModelDeclaration declaration)
    {
        List<Problem> problems = [.. declaration.Problems];
        if (declaration.Incomplete
            || GraphBuilder.Build(declaration, problems) is not { } graph
            || ShapeInference.Infer(graph, problems) is not { } shaped
            || problems.Any(p => Rules.IsError(p.Id)))
        {
            return new CompiledModel(declaration, null, problems.ToEquatableArray());
        }

        return new CompiledModel(declaration, Plan(declaration, shaped), problems.ToEquatableArray());
    }

    private static ModelPlan Plan(ModelDeclaration declaration, ShapedGraph graph)
    {
        EquatableArray<ModelParameter> parameters = Parameters(graph);
        GradientGraph gradients = GradientGraph.Of(graph);
        Plan predict = Lowering.Lower(graph, gradients, parameters, training: false);
        Plan train = Lowering.Lower(graph, gradients, parameters, training: true);
        Shape output = graph.Nodes[graph.Output].Output;
        int classes = graph.Loss is null ? -1 : OpRegistry.Get(graph.Loss.Node.Op).TakesLabels ? output.C : 0;
        RuntimeCall? evaluation = graph.Loss is null ? null : OpRegistry.Get(graph.Loss.Node.Op).Evaluation(graph.Loss);
        return new ModelPlan(
            declaration,
            graph.Nodes[0].Output.Dimensions,
            output.Dimensions,
            classes,
            evaluation,
            LayerTable(graph),
            parameters,
            predict,
            train);
    }

    private static EquatableArray<LayerRow> LayerTable(ShapedGraph graph) =>
        graph.Nodes.Concat(graph.Loss is null ? [] : [graph.Loss]).Select(n => new LayerRow(
            n.Node.Path,
            n.Node.Title,
            n.Output.Dimensions,
            n.Parameters.Where(p => p.Trainable).Sum(p => p.Count),
            n.Macs)).ToEquatableArray();

    private static EquatableArray<ModelParameter> Parameters(ShapedGraph graph) =>
        graph.Nodes.SelectMany(node => node.Parameters.Select(p => new ModelParameter(
            node.Node.Path + "." + p.Leaf,
            p.Shape,
            p.Trainable,
            p.Start switch
            {
                Start.One => "One",
                Start.Quarter => "Quarter",
                Start.PlusMinusOne => "PlusMinusOne",
                Start.Weight => FeedsReLU(graph, node.Id) ? "HeNormal" : "XavierNormal",
                _ => "Zero",
            },
            p.FanIn,
            p.FanOut,
            p.Connections))).ToEquatableArray();

    /// <summary>Whether the next nonlinearity after a node is a ReLU or leaky ReLU; norms, sums, pools and dropout in between change nothing.</summary>
    private static bool FeedsReLU(ShapedGraph graph, int id)
    {
        foreach (ShapedNode reader in graph.Nodes.Where(n => n.Node.Inputs.Contains(id)))
        {
            Op op = OpRegistry.Get(reader.Node.Op);
            if (op.AsActivation(reader.Node.Spec) is not null)
            {
                return true;
            }

            if (op.KeepsSign && FeedsReLU(graph, reader.Id))
            {
                return true;
            }
        }

        return false;
    }
}
