using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>When the way back through a convolution is products with all taps at once (<see cref="Col2imKernel"/>), and its call.</summary>
internal static class Col2im
{
    /// <summary>How much less work it has to be than a convolution with turned weights.</summary>
    private const double Gain = 0.75;

    /// <summary>What adding a vector of a kernel row to its sums takes, in multiplications of vectors: consecutive pixels wait for each other.</summary>
    private const int Addition = 4;

    /// <summary>Values under a window up to which rows of sums stay in the caches.</summary>
    private const int MostValues = 1024;

    /// <summary>Values of a kernel row, whose vectors are written out one by one.</summary>
    private const int MostOfRow = 128;

    /// <summary>Whether it is less work from a value of shape <paramref name="from"/> to one of shape <paramref name="to"/>, which <paramref name="window"/> leads back.</summary>
    public static bool Fits(ShapedNode node, Window window, int groups, Shape from, Shape to)
    {
        if (groups != 1 || node.Parameters[0].Connections is not null || window is not { DilationY: 1, DilationX: 1 } || window.KernelY * window.KernelX == 1 || to.Kind != ShapeKinds.Image || from.W == 1)
        {
            return false;
        }

        long taps = (long)window.KernelY * window.KernelX;
        if (taps * to.C > MostValues || (long)window.KernelX * to.C > MostOfRow)
        {
            return false;
        }

        long turned = taps * Vectors(to.C) * from.C;
        long products = Vectors(taps * to.C) * from.C;
        long additions = (long)window.KernelY * Vectors((long)window.KernelX * to.C) * Addition;
        return products + additions < Gain * turned;
    }

    /// <summary>Packs the weights and returns what a call takes.</summary>
    /// <param name="lowering">The plan.</param>
    /// <param name="node">The layer.</param>
    /// <param name="geometry">The convolution that leads back.</param>
    /// <param name="from">What is read.</param>
    /// <param name="to">What is written.</param>
    public static (Col2imKernel Kernel, Operand Weights, Operand Work) Prepare(Lowering lowering, ShapedNode node, ConvGeometry geometry, Plane from, Plane to)
    {
        Window window = geometry.Window;
        Col2imKernel kernel = new(window, from, to);
        Operand weights = lowering.Weights(node, BufferRole.WeightTurned, kernel.Weights);
        lowering.Pack(new PackCol2im(Weight: lowering.Parameter(node, "weight"), Packed: weights, geometry.Outputs, geometry.Inputs, window.KernelY, window.KernelX));
        return (kernel, weights, lowering.Work(kernel.Scratch));
    }

    private static long Vectors(long values) => (values + Plane.Lanes - 1) / Plane.Lanes;
}
