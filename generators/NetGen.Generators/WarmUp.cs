using NetGen.Generators.Common;
using NetGen.Generators.Emission;
using NetGen.Generators.IR;
using NetGen.Generators.Parsing;
using NetGen.Generators.Rendering;

namespace NetGen.Generators;

/// <summary>
/// Compiles a small network once, on a thread of its own. In a process that has just begun, the generator's first run is mostly the JIT's work; it
/// goes on here while the C# compiler still binds the attributes of the models, so that a build waits for a part of it only.
/// </summary>
internal static class WarmUp
{
    private static int s_started;

    /// <summary>Begins, unless it did so before in this process. What comes of it is thrown away, problems too: the models' own are reported.</summary>
    public static void Start()
    {
        if (Interlocked.Exchange(ref s_started, 1) == 0)
        {
            _ = Task.Run(Compile);
        }
    }

    /// <summary>The network: the layers that most have, some of them in a block.</summary>
    internal static CompiledModel Compile()
    {
        LayerDeclaration convolution = Layer("Conv", ("filters", 16), ("kernel", 3), ("Pad", 1));
        LayerDeclaration[] inBlock = [Layer("Tag", ("tag", "input")), convolution, Layer("BatchNorm"), Layer("ReLU"), Layer("Add", ("tags", "input")), Layer("ReLU")];
        BlockDeclaration block = new(
            "WarmUpAttribute",
            EquatableArray<BlockParameter>.Empty,
            inBlock.Select(l => (BlockItem)new BlockItem.Fixed(l)).ToEquatableArray(),
            EquatableArray<BlockProblem>.Empty,
            IsSource: true);
        LayerDeclaration[] layers =
        [
            Layer("Input", ("c", 3), ("h", 8), ("w", 8)), convolution, Layer("BatchNorm"), Layer("ReLU"), Layer("MaxPool", ("kernel", 2)),
            Layer(block.Kind), Layer("GlobalAvgPool"), Layer("Dense", ("units", 4)), Layer("SoftmaxCrossEntropy"),
        ];
        ModelDeclaration declaration = new("", EquatableArray<ContainingType>.Empty, "WarmUp", layers.ToEquatableArray(), EquatableArray<Problem>.Empty)
        {
            Blocks = new[] { block },
        };
        CompiledModel model = Compiler.Compile(declaration);
        if (model.Plan is { } plan)
        {
            ModelEmitter.Emit(plan);
            foreach (Kernel kernel in model.Kernels)
            {
                KernelEmitter.Emit(kernel);
            }
        }

        return model;
    }

    private static LayerDeclaration Layer(string kind, params (string Name, object Value)[] arguments) =>
        new(kind, kind, arguments.Select(a => LayerText.Argument(a.Name, a.Value)).ToEquatableArray(), Name: null, Repeat: 1, Index: 0);
}
