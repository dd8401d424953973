using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Advice;

/// <summary>A network without errors, as judgements look at it.</summary>
/// <param name="graph">The network.</param>
/// <param name="flow">Its gradients in training.</param>
internal sealed class AdvisedGraph(ShapedGraph graph, GradientGraph flow)
{
    private readonly HashSet<int> _ends = [graph.Output, .. graph.Heads.Select(h => h.Loss.Node.Inputs[0]), .. graph.Outputs.Select(o => o.Value)];
    private readonly HashSet<int> _tagged = [.. graph.Tags.Select(t => t.Value)];

    /// <summary>The nodes, whose ids are their places.</summary>
    public EquatableArray<ShapedNode> Nodes => graph.Nodes;

    /// <summary>The nodes that read a node's value.</summary>
    public IEnumerable<ShapedNode> Readers(ShapedNode node) => flow.ReadBy[node.Id].Select(id => graph.Nodes[id]);

    /// <summary>Whether a node's value is what the model predicts, or one that a loss reads.</summary>
    public bool IsEnd(ShapedNode node) => _ends.Contains(node.Id);

    /// <summary>The only reader of a value that nothing else can ask for; null where it has several, none, a tag or a loss.</summary>
    public ShapedNode? OnlyReader(ShapedNode node) =>
        !IsEnd(node) && !_tagged.Contains(node.Id) && flow.ReadBy[node.Id].Count == 1 && Readers(node).Single() is { Node.Inputs.Count: 1 } reader ? reader : null;

    /// <summary>The node whose value a node reads first.</summary>
    public ShapedNode? Before(ShapedNode node) => node.IsInput ? null : graph.Nodes[node.Node.Inputs[0]];

    /// <summary>Whether a node stands in the user's attributes, not in a block.</summary>
    public static bool IsOwn(ShapedNode node) => node.Node.Block.Length == 0;

    /// <summary>A node's attribute, as messages give it.</summary>
    public static string Text(ShapedNode node) => $"[{node.Node.Title}]";

    /// <summary>Whether a node has parameters that training changes.</summary>
    public static bool Learns(ShapedNode node) => node.Parameters.Any(p => p.Trainable);

    /// <summary>The window of a convolution or a pool, over steps that of an image of one row; null for other ops.</summary>
    public static Window? WindowOf(ShapedNode node) => node.Node.Spec switch
    {
        ConvSpec conv => conv.Window,
        Conv1DSpec conv => conv.Window,
        DepthwiseConvSpec conv => conv.Window,
        PoolSpec pool => pool.Window,
        _ => null,
    };

    /// <summary>Whether a node is a convolution that reads more than one pixel for each of its own.</summary>
    public static bool IsWideConv(ShapedNode node) =>
        node.Node.Spec is ConvSpec or DepthwiseConvSpec && WindowOf(node) is { } window && (window.KernelY > 1 || window.KernelX > 1);
}
