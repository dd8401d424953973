using NetGen.Generators.Graph;
using NetGen.Generators.IR;
using NetGen.Generators.Tests.Support;
using Shouldly;

namespace NetGen.Generators.Tests.Blocks;

/// <summary>Blocks of a user's, and what becomes of them.</summary>
internal static class BlockSources
{
    /// <summary>A convolution with batch norm and ReLU, from text; two of them by attributes; a block of blocks.</summary>
    public const string Own = """"
        namespace My.Blocks
        {
            using System.ComponentModel;

            [Layers("""
                [Conv(filters, Kernel, Stride = Stride, Pad = Kernel / 2, Bias = false)]
                [BatchNorm, ReLU]
                """)]
            public sealed class ConvUnitAttribute(int filters) : BlockAttribute
            {
                public int Filters { get; } = filters;

                [DefaultValue(3)]
                public int Kernel { get; set; } = 3;

                [DefaultValue(1)]
                public int Stride { get; set; } = 1;
            }

            [Conv(4, 1)] [ReLU] [Conv(8, 1, Name = "last")]
            public sealed class PlainAttribute : BlockAttribute;

            [Tag("start")]
            [Layers("[ConvUnit(filters)] [ConvUnit(filters * 2, Kernel = 1, Repeat = times)] [ConvUnit(C)]")]
            [Add("start")]
            [Layers("""
                if (pool) { [MaxPool(2)] /* half */ } else if (H > 4) { [AvgPool(2)] // half, too
                [Sigmoid] } else { [Tanh] }
                """)]
            public sealed class UnitsAttribute(int filters, int times = 1, bool pool = false) : BlockAttribute
            {
                public (int, int, bool) All { get; } = (filters, times, pool);
            }
        }
        """";

    /// <summary>The graph of a model in another namespace than its blocks.</summary>
    public static LayerGraph Graph(string layers)
    {
        List<Problem> problems = [];
        ModelDeclaration declaration = Models.Parse("using My.Blocks;\n" + Sources.Net(layers) + Own);
        LayerGraph? graph = LayerGraph.Of(GraphBuilder.Build(declaration, problems));
        problems.ShouldBeEmpty();
        return graph.ShouldNotBeNull();
    }

    /// <summary>Each node's path and layer.</summary>
    public static string[] Layers(LayerGraph graph) => [.. graph.Nodes.Skip(1).Select(n => $"{n.Path}: {n.Title}")];
}
