using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Graph;

/// <summary>What has to hold between the networks that one declaration makes for several sizes: the same parameters in the same order, since all sizes share them.</summary>
internal static class SizeChecks
{
    /// <summary>Reports the layers whose parameters are others at a further size than at the first.</summary>
    /// <param name="declaration">The model.</param>
    /// <param name="first">Its network at the first size.</param>
    /// <param name="further">That of a further one.</param>
    /// <param name="size">The further one's place among the sizes.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Compare(ModelDeclaration declaration, ShapedGraph first, ShapedGraph further, int size, List<Problem> problems)
    {
        ShapedNode[] own = [.. Owners(first)];
        ShapedNode[] others = [.. Owners(further)];
        string atFirst = $"{declaration.Sizes[0]}";
        string atFurther = $"{declaration.Sizes[size]}";
        for (int i = 0; i < Math.Max(own.Length, others.Length); i++)
        {
            if (i == own.Length || i == others.Length || own[i].Node.Path != others[i].Node.Path)
            {
                // From here on they are different networks.
                ShapedNode node = i < others.Length ? others[i] : own[i];
                Report(node, i < others.Length ? $"{node.Node.Path} has parameters" : "There is nothing", i < own.Length ? $"{own[i].Node.Path} has them in its place" : "nothing is in its place", "let the block have the same layers with parameters whatever the size of its input is");
                return;
            }

            for (int p = 0; p < Math.Min(own[i].Parameters.Count, others[i].Parameters.Count); p++)
            {
                if (!own[i].Parameters[p].Shape.Equals(others[i].Parameters[p].Shape))
                {
                    string leaf = others[i].Parameters[p].Leaf;
                    Report(others[i], $"The {leaf} of {Label(others[i].Node)} is {Text(others[i], p)}", Text(own[i], p), Remedy(others[i].Node));
                    break;
                }
            }
        }

        void Report(ShapedNode node, string further, string first, string remedy)
        {
            Problem problem = new(Rules.ParameterDependsOnSize.Id, node.Node.Layer, new[] { further, atFurther, first, atFirst, remedy });

            // A block is one attribute, and a layer that depends on the size does so at all of them.
            if (!problems.Exists(p => p.Id == problem.Id && p.Layer == problem.Layer))
            {
                problems.Add(problem);
            }
        }
    }

    private static IEnumerable<ShapedNode> Owners(ShapedGraph graph) => graph.Nodes.Where(n => n.Parameters.Count > 0 && !n.Node.SharesParameters);

    private static string Label(Node node) => node.Block.Length > 0 ? $"{node.Op} ({node.Path} in {node.Block})" : $"{node.Op} ({node.Path})";

    private static string Text(ShapedNode node, int parameter) => $"({string.Join(", ", node.Parameters[parameter].Shape)})";

    private static string Remedy(Node node) => node.Op switch
    {
        "LayerNorm" => "take [GroupNorm(1)], whose parameters are those of channels",
        "Dense" or "RadialBasis" => "put [GlobalAvgPool] in place of [Flatten], or compute with a [Conv]",
        _ => "put what makes one size of all before it, such as [AdaptiveAvgPool(7, 7)]",
    };
}
