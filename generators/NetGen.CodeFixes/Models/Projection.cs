using NetGen.Generators.IR;

namespace NetGen.CodeFixes.Models;

/// <summary>Layers that bring a value to another's shape by a matrix for each pixel.</summary>
internal static class Projection
{
    /// <summary>
    /// A 1×1 convolution, whose stride makes the image smaller, or a dense layer; with a batch norm where the other value comes from one, as in ResNet.
    /// Empty where no stride leads to the size.
    /// </summary>
    public static string[] Layers(Network network, Shape from, Shape to)
    {
        bool isNormed = network.Nodes[network.Current].Op == "BatchNorm";
        string bias = isNormed ? ", Bias = false" : "";
        string? layer = (from.Kind, to.Kind) switch
        {
            (ShapeKinds.Vector, ShapeKinds.Vector) => $"Dense({to.Channels}{bias})",
            (ShapeKinds.Image, ShapeKinds.Image) => Stride(from, to) is { } stride ? $"Conv({to.C}, 1{stride}{bias})" : null,
            _ => null,
        };
        return layer is null ? [] : isNormed ? [layer, "BatchNorm"] : [layer];
    }

    private static string? Stride(Shape from, Shape to)
    {
        int y = (from.H + to.H - 1) / to.H;
        int x = (from.W + to.W - 1) / to.W;
        if (((from.H - 1) / y) + 1 != to.H || ((from.W - 1) / x) + 1 != to.W)
        {
            return null;
        }

        return y == x ? y == 1 ? "" : $", Stride = {y}" : $", StrideH = {y}, StrideW = {x}";
    }
}
