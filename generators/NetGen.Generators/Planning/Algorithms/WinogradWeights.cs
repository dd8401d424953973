using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>
/// Whether the gradient by a convolution's weights is computed by Winograd's minimal filtering: a choice of its own, since what it transforms and sums is not what
/// the forward pass does. Costs are in multiplications, and fit what <c>dotnet run -c Release --project bench/NetGen.Bench -- weight-gradient</c> measures on one
/// core to about a quarter.
/// </summary>
internal static class WinogradWeights
{
    /// <summary>Multiplications that the transform of one point of a tile's channel is worth, of inputs as of output gradients.</summary>
    private const double Point = 11;

    /// <summary>The same for one point of a weight's sums.</summary>
    private const double SumPoint = 11;

    /// <summary>The same for reading and writing a weight's gradient in the second-level cache.</summary>
    private const double Near = 3;

    /// <summary>The same from beyond that cache.</summary>
    private const double Far = 9;

    /// <summary>Gradients that stay in the second-level cache, in floats.</summary>
    private const long Cache = 384 * 1024;

    /// <summary>Tiles of 2×2 have to cost so much less than those of 4×4: a network that has both has twice the text of transforms.</summary>
    private const double Gain = 0.8;

    /// <summary>With fewer channels most of a transform's lanes are spare.</summary>
    private const int LeastChannels = 16;

    private const int Taps = 9;

    /// <summary>Outputs of a tile in each direction: 2, 4, or 0 where products are summed directly.</summary>
    /// <param name="node">The convolution.</param>
    /// <param name="images">Images that a call sees, as far as that can be told before memory is laid out.</param>
    public static int TileOf(ShapedNode node, int images)
    {
        ConvSpec spec = node.Spec<ConvSpec>();
        if (spec.Algorithm != ConvAlgorithm.Auto)
        {
            return spec.Algorithm switch { ConvAlgorithm.Winograd2 => 2, ConvAlgorithm.Winograd4 => 4, _ => 0 };
        }

        Shape x = node.Inputs[0];
        Shape y = node.Output;
        if (!spec.TakesWinograd || x.C < LeastChannels || y.C < LeastChannels)
        {
            return 0;
        }

        double four = Winograd(4, x, y, images);
        double two = Winograd(2, x, y, images);
        return Direct(x, y) <= Math.Min(two, four) ? 0 : two < Gain * four ? 2 : 4;
    }

    /// <summary>For an image: its products, and the weights' gradients once a strip of rows.</summary>
    private static double Direct(Shape x, Shape y)
    {
        double weights = Weights(x, y);
        int strip = ConvolutionWeightGradientKernel.StripOf(y.H, y.W * Plane.PitchOf(y.C));
        return Taps * weights * (((double)y.H * y.W) + (Access(weights) * ((y.H + strip - 1) / strip)));
    }

    /// <summary>For an image: its products, its transforms, and those of the sums once a call, or once a block of tiles.</summary>
    private static double Winograd(int tile, Shape x, Shape y, int images)
    {
        int points = (tile + 2) * (tile + 2);
        double tiles = (double)((y.H + tile - 1) / tile) * ((y.W + tile - 1) / tile);
        double weights = Weights(x, y);
        double gradients = (double)Plane.PitchOf(y.C) * WinogradWeightGradientKernel.RangesOf(x.C);
        double blocks = Math.Max(1.0 / images, tiles / WinogradWeightGradientKernel.MostTiles);
        return (points * tiles * (weights + (Point * (Plane.PitchOf(x.C) + gradients)))) + (blocks * weights * ((SumPoint * points) + (Access(weights) * Taps)));
    }

    private static double Weights(Shape x, Shape y) => (double)x.C * Plane.PitchOf(y.C);

    private static double Access(double weights) => Taps * weights > Cache ? Far : Near;
}
