using NetGen.Generators.Diagnostics;
using NetGen.Generators.IR;

namespace NetGen.Generators.Graph;

/// <summary>What has to hold between the networks that one declaration makes for several sizes: the same parameters in the same order, since all sizes share them.</summary>
internal static class SizeChecks
{
    private const string SameLayers = "let the block have the same layers with parameters whatever the size of its input is";

    /// <summary>Reports the layers whose parameters are others at a further size than at the first.</summary>
    /// <param name="declaration">The model.</param>
    /// <param name="first">Its network at the first size.</param>
    /// <param name="further">That of a further one.</param>
    /// <param name="size">The further one's place among the sizes.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Compare(ModelDeclaration declaration, ShapedGraph first, ShapedGraph further, int size, List<Problem> problems)
    {
        (ShapedNode Node, ParameterDeclaration Parameter)[] own = [.. Parameters(first)];
        (ShapedNode Node, ParameterDeclaration Parameter)[] others = [.. Parameters(further)];
        string atFirst = $"{declaration.Sizes[0]}";
        string atFurther = $"{declaration.Sizes[size]}";
        for (int i = 0; i < Math.Max(own.Length, others.Length); i++)
        {
            if (i == own.Length || i == others.Length || Path(own[i]) != Path(others[i]))
            {
                // From here on they are different networks, which only a block makes of one declaration.
                ShapedNode node = i < others.Length && (i == own.Length || others[i].Node.Node.Block.Length > 0) ? others[i].Node : own[i].Node;
                Report(node, i < others.Length ? $"There is {Path(others[i])}" : "There are no more parameters", i < own.Length ? $"{Path(own[i])} in its place" : "none", SameLayers);
                return;
            }

            (ShapedNode layer, ParameterDeclaration parameter) = others[i];
            if (!parameter.Shape.Equals(own[i].Parameter.Shape))
            {
                Report(layer, $"The {parameter.Leaf} of {Label(layer.Node)} is {Text(parameter)}", Text(own[i].Parameter), Remedy(layer.Node));
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

    private static IEnumerable<(ShapedNode Node, ParameterDeclaration Parameter)> Parameters(ShapedGraph graph) =>
        graph.Nodes.Where(n => !n.Node.SharesParameters).SelectMany(n => n.Parameters.Select(p => (n, p)));

    private static string Path((ShapedNode Node, ParameterDeclaration Parameter) parameter) => $"{parameter.Node.Node.Path}.{parameter.Parameter.Leaf}";

    private static string Label(Node node) => node.Block.Length > 0 ? $"{node.Op} ({node.Path} in {node.Block})" : $"{node.Op} ({node.Path})";

    private static string Text(ParameterDeclaration parameter) => $"({string.Join(", ", parameter.Shape)})";

    private static string Remedy(Node node) => node.Op switch
    {
        "LayerNorm" => "take [GroupNorm(1)], whose parameters are those of channels",
        "Dense" or "RadialBasis" => "put [GlobalAvgPool] in place of [Flatten], or compute with a [Conv]",
        _ when node.Block.Length > 0 => SameLayers,
        _ => "put what makes one size of all before it, such as [AdaptiveAvgPool(7, 7)]",
    };
}
