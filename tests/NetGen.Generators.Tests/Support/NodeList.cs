using NetGen.Generators.Common;
using NetGen.Generators.Dataflow;
using NetGen.Generators.IR;
using NetGen.Generators.Planning;
using NetGen.Generators.Shapes;
using Shouldly;

namespace NetGen.Generators.Tests.Support;

/// <summary>A network put together node by node, for what no attribute declares; the rooms from Shapes on take it as any other.</summary>
internal sealed class NodeList
{
    private readonly List<ShapedNode> _nodes = [];

    /// <summary>Adds an input.</summary>
    public int Input(Shape shape) => Add("Input", new InputSpec(shape));

    /// <summary>Adds a node that has to fit; it is called as a layer would be, such as <c>dense1</c>.</summary>
    public int Add(string op, Spec spec, params int[] inputs)
    {
        List<Problem> problems = [];
        ShapedNode? shaped = ShapeInference.Infer(Node(op, spec, inputs), id => _nodes[id].Output, problems);
        problems.ShouldBeEmpty();
        _nodes.Add(shaped.ShouldNotBeNull());
        return _nodes.Count - 1;
    }

    /// <summary>The network whose output is the last node, without a loss.</summary>
    public ShapedGraph Finish()
    {
        List<Problem> problems = [];
        ShapedGraph? graph = ShapeInference.Finish(_nodes.ToEquatableArray(), _nodes.Count - 1, null, EquatableArray<Head>.Empty, EquatableArray<TaggedValue>.Empty, problems);
        problems.ShouldBeEmpty();
        return graph.ShouldNotBeNull();
    }

    /// <summary>A model of the network: planned, written down, compiled and loaded.</summary>
    public Model Make(ulong seed = 1)
    {
        ShapedGraph graph = Finish();
        ModelDeclaration declaration = Models.Parse("[Input(1)] [Dense(1)] " + Plans.Class);
        ModelPlan plan = ModelPlanner.Plan(declaration, graph, GradientFlow.Of(graph, training: false), GradientFlow.Of(graph, training: true));
        return Plans.Make(plan, seed);
    }

    private Node Node(string op, Spec spec, int[] inputs)
    {
        int number = _nodes.Count(n => n.Node.Op == op) + 1;
        return new Node(_nodes.Count, op, spec, inputs, $"{op.ToLowerInvariant()}{number}", $"{op}{number}", op, Layer: 0);
    }
}
