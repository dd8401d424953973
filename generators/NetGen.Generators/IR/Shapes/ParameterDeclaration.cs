using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>A parameter or buffer of a node.</summary>
/// <param name="Leaf">The last part of its path, such as <c>weight</c>.</param>
/// <param name="Shape">Its sizes in PyTorch's layout.</param>
/// <param name="Trainable">Whether an optimizer changes it.</param>
/// <param name="Start">How it starts.</param>
/// <param name="FanIn">Inputs that one output sums over, or 0.</param>
/// <param name="FanOut">Outputs that one input reaches, or 0.</param>
internal sealed record ParameterDeclaration(string Leaf, EquatableArray<int> Shape, bool Trainable, Start Start, int FanIn = 0, int FanOut = 0)
{
    /// <summary>For a convolution's weight that connects some channels alone: a row of 0 and 1 a filter, as <see cref="ConnectionTable"/> has it.</summary>
    public string? Connections { get; init; }

    /// <summary>A row that starts as 0 whatever the others do; null for none.</summary>
    public int? ZeroRow { get; init; }

    /// <summary>Of a weight that is divided by its spectral norm, which dimension counts the outputs; null for others.</summary>
    public int? SpectralNorm { get; init; }

    /// <summary>The values in memory.</summary>
    public long Size => Sizes.Product(Shape.Select(size => (long)size).ToArray());

    /// <summary>The values that are learned, or would be: those of connections alone.</summary>
    public long Count => Connections is null ? Size : Sizes.Product(ConnectionTable.Count(Connections), Shape[2], Shape[3]);

    /// <summary>The bias of a layer with this many outputs.</summary>
    public static ParameterDeclaration Bias(int outputs) => new("bias", new[] { outputs }, Trainable: true, Start.Zero);
}
