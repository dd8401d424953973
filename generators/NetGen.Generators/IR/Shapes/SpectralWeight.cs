using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>The parameters of a layer whose weight is divided by its spectral norm, under the names of PyTorch's <c>spectral_norm</c>.</summary>
internal static class SpectralWeight
{
    /// <summary>What is trained; the kernels read the run-time library's copy of it, divided.</summary>
    public const string Leaf = "weight_orig";

    /// <summary>The layer's parameters with the weight under its other name, and the two vectors of the power iteration behind them.</summary>
    /// <param name="parameters">The parameters without the norm.</param>
    /// <param name="dimension">Which of the weight's dimensions counts the outputs.</param>
    public static EquatableArray<ParameterDeclaration> Divide(EquatableArray<ParameterDeclaration> parameters, int dimension)
    {
        ParameterDeclaration weight = parameters.Single(p => p.Leaf == "weight");
        int rows = weight.Shape[dimension];
        return parameters.Select(p => p.Leaf == "weight" ? p with { Leaf = Leaf, SpectralNorm = dimension } : p)
            .Append(Vector("weight_u", rows))
            .Append(Vector("weight_v", (int)Math.Min(weight.Size / rows, int.MaxValue)))
            .ToEquatableArray();
    }

    private static ParameterDeclaration Vector(string leaf, int length) => new(leaf, new[] { length }, Trainable: false, Start.Unit);
}
