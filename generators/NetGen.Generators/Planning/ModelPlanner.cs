using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>Plans a whole model: what a prediction and a training step do, and the tables that describe it.</summary>
internal static class ModelPlanner
{
    /// <summary>The model with its plans, layer table and parameters.</summary>
    /// <param name="declaration">The model as written.</param>
    /// <param name="graph">Its network.</param>
    /// <param name="ofPrediction">What a prediction computes.</param>
    /// <param name="ofTraining">What a training step computes, and how gradients flow.</param>
    /// <param name="ofExplanation">How gradients flow to tagged values; null where no tag asks for it.</param>
    /// <param name="step">The network of one step and what of it is computed; null where no input asks for it.</param>
    public static ModelPlan Plan(ModelDeclaration declaration, ShapedGraph graph, GradientGraph ofPrediction, GradientGraph ofTraining, GradientGraph? ofExplanation = null, (ShapedGraph Graph, GradientGraph Gradients)? step = null)
    {
        EquatableArray<ModelParameter> parameters = Parameters(graph, ofTraining);
        Dictionary<string, int> places = Enumerable.Range(0, parameters.Count).ToDictionary(i => parameters[i].Path, StringComparer.Ordinal);
        EquatableArray<LayerRow> layers = LayerTable(graph, ofPrediction);
        EquatableArray<TaggedValue> tags = ofPrediction.Readable(graph);
        Plan predict = PlanLoops.Mark(Lowering.Lower(graph, ofPrediction, tags, places, PlanKind.Prediction), layers, parameters);
        Plan train = PlanLoops.Mark(Lowering.Lower(graph, ofTraining, tags, places, PlanKind.Training), layers, parameters);
        EquatableArray<TagRow> inputs = graph.Inputs.Select(n => new TagRow(n.Node.Path, n.Output.Dimensions) { Words = WordsOf(graph, n), Stepwise = n.Spec<InputSpec>().Stepwise, MaxLength = MaxLengthOf(graph, n) }).ToEquatableArray();
        Shape output = graph.Nodes[graph.Output].Output;
        int classes = graph.Loss is null ? -1 : ClassesOf(graph.Loss);
        LossRoutine? evaluation = graph.Loss is null ? null : OpLowerings.Get(graph.Loss.Node.Op).Evaluation(graph.Loss);
        return new ModelPlan(
            declaration,
            inputs.Count == 1 ? inputs[0].Shape : new[] { (int)graph.Inputs.Sum(n => n.Output.Size) },
            inputs,
            output.Dimensions,
            classes,
            evaluation,
            tags.Select(t => new TagRow(t.Name, graph.Nodes[t.Value].Output.Dimensions, t.HasGradient)).ToEquatableArray(),
            layers,
            parameters,
            predict,
            train,
            graph.Nodes.FirstOrDefault(n => OpLowerings.Get(n.Node.Op).NeedsSeveralValues && n.Output.Positions == 1)?.Node.Path)
        {
            Labels = graph.Loss?.Spec<LossSpec>().Labels ?? LabelRule.None,
            DividesByLabels = graph.Loss?.Spec<LossSpec>().DividesByLabels ?? false,
            Outputs = graph.Outputs.Select(o => new TagRow(o.Name, graph.Nodes[o.Value].Output.Dimensions)).ToEquatableArray(),
            LengthsAt = graph.Loss is null ? null : graph.PlaceOfLengths(graph.Loss),
            OwnLosses = graph.OwnTargets.Select(h => OwnLoss(graph, h)).ToEquatableArray(),
            Explain = ofExplanation is null ? null : PlanLoops.Mark(Lowering.Lower(graph, ofExplanation, tags, places, PlanKind.Explanation), layers, parameters),
            Step = step is null ? null : PlanLoops.Mark(Lowering.Lower(step.Value.Graph, step.Value.Gradients, step.Value.Gradients.Readable(step.Value.Graph), places, PlanKind.Step), layers, parameters),
            StepLayers = step is null ? EquatableArray<LayerRow>.Empty : LayerTable(step.Value.Graph, step.Value.Gradients),
            StepOutput = step?.Graph.Nodes[graph.Output].Output.Size ?? 0,
            StepStarts = StepFlow.Of(graph)?.HasStart == true,
            StepStartIsStep = StepFlow.Of(graph)?.Start is not null,
        };
    }

    /// <summary>The classes of a loss that takes labels; 0 where targets are floats.</summary>
    private static int ClassesOf(ShapedNode loss) => loss.Spec<LossSpec>().TakesLabels ? loss.Inputs[0].Channels : 0;

    private static LossRow OwnLoss(ShapedGraph graph, ShapedHead head) =>
        new(
            head.Output,
            head.Weight,
            ClassesOf(head.Loss),
            head.Loss.Spec<LossSpec>().Labels,
            head.Loss.Spec<LossSpec>().DividesByLabels,
            graph.PlaceOfLengths(head.Loss),
            OpLowerings.Get(head.Loss.Node.Op).Evaluation(head.Loss)!);

    /// <summary>How many words the tables have that read an input, the smallest of them; 0 where none does.</summary>
    private static int WordsOf(ShapedGraph graph, ShapedNode input) =>
        graph.Nodes.Where(n => n.Node.Spec is EmbeddingSpec && n.Node.Inputs[0] == input.Id).Select(n => n.Spec<EmbeddingSpec>().Words).DefaultIfEmpty().Min();

    /// <summary>The most steps that an input may say of a sequence, the least of the layers that read it; 0 where none does.</summary>
    private static int MaxLengthOf(ShapedGraph graph, ShapedNode input) =>
        graph.Nodes.Concat(graph.Heads.Select(h => h.Loss)).Concat(graph.Loss is null ? [] : [graph.Loss]).Where(n => n.LengthsNode == input.Id).Select(n => n.Inputs[0].Steps).DefaultIfEmpty().Min();

    private static EquatableArray<LayerRow> LayerTable(ShapedGraph graph, GradientGraph ofPrediction) =>
        graph.Nodes.Select(n => Row(n, !ofPrediction.Live[n.Id]))
            .Concat(graph.Heads.Select(h => Row(h.Loss, trainingOnly: !h.HasTargets)))
            .Concat(graph.Loss is null ? [] : [Row(graph.Loss, trainingOnly: false)])
            .ToEquatableArray();

    private static LayerRow Row(ShapedNode n, bool trainingOnly) =>
        new(
        n.Id,
        n.Node.Path,
        n.Node.Label,
        n.Node.Title,
        n.Inputs,
        n.Output.Dimensions,
        n.Node.SharesParameters ? 0 : n.Parameters.Where(p => p.Trainable).Sum(p => p.Count),
        n.Macs,
        trainingOnly,
        n.Node.SharesParameters && n.Parameters.Count > 0 ? n.Node.Owner : null);

    private static EquatableArray<ModelParameter> Parameters(ShapedGraph graph, GradientGraph gradients)
    {
        bool[] feedsReLU = FeedsReLU(graph, gradients);
        HashSet<string> taken = new(StringComparer.Ordinal);
        return graph.Nodes.Where(node => !node.Node.SharesParameters).SelectMany(node => node.Parameters.Select(p => new ModelParameter(
            node.Node.Path + "." + p.Leaf,
            LabelOf(node, p.Leaf, taken),
            p.Shape,
            p.Trainable,
            StartOf(node, p)?.Name ?? p.Start switch
            {
                Start.One => "One",
                Start.Quarter => "Quarter",
                Start.PlusMinusOne => "PlusMinusOne",
                Start.Xavier => "XavierNormal",
                Start.Normal => "Normal",
                Start.Unit => "Unit",
                Start.Weight => feedsReLU[node.Id] ? "HeNormal" : "XavierNormal",
                _ => "Zero",
            },
            p.FanIn,
            p.FanOut,
            p.Connections)
        {
            Start = StartOf(node, p),
            ZeroRow = p.ZeroRow,
            SpectralNorm = p.SpectralNorm,
        })).ToEquatableArray();
    }

    /// <summary>What the layer says of how a parameter starts: of its weight, where it says anything.</summary>
    private static WeightStart? StartOf(ShapedNode node, ParameterDeclaration parameter) => parameter.Leaf == node.Node.WeightLeaf ? node.Node.Start : null;

    /// <summary>The layer's label with the parameter's name: <c>RB1_BatchNorm1RunningMean</c>.</summary>
    private static string LabelOf(ShapedNode node, string leaf, HashSet<string> taken)
    {
        string label = node.Node.Label + string.Concat(leaf.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
        while (PlanNames.IsTaken(label) || !taken.Add(label))
        {
            label += "_";
        }

        return label;
    }

    /// <summary>For each node whether a nonlinearity that follows it is a ReLU or leaky ReLU; norms, sums, pools and dropout in between change nothing.</summary>
    private static bool[] FeedsReLU(ShapedGraph graph, GradientGraph gradients)
    {
        bool[] feeds = new bool[graph.Nodes.Count];
        for (int id = feeds.Length - 1; id >= 0; id--)
        {
            foreach (int reader in gradients.ReadBy[id])
            {
                OpLowering op = OpLowerings.Get(graph.Nodes[reader].Node.Op);
                feeds[id] |= op.AsActivation(graph.Nodes[reader].Node.Spec) is not null || (op.GainLooksPast && feeds[reader]);
            }
        }

        return feeds;
    }
}
