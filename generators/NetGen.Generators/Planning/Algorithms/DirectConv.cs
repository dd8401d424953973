using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>A convolution as register tiles over pixels: each input is broadcast against a block of output channels.</summary>
internal class DirectConv : Algorithm
{
    /// <summary>Pixels that a tile holds where channels are many.</summary>
    private const int TilePixels = 6;

    /// <summary>Weights up to which a 1×1 convolution goes row by row: they are read again for each few rows.</summary>
    private const int MostWeights = 64 * 1024;

    public override bool TakesAnyPitch => true;

    public override bool FusesActivation => true;

    public override bool FusesSum => true;

    public override bool FoldsNorm => true;

    public override bool TakesDepthwise(ShapedNode node) =>
        !ImagesAsColumns && node.Spec<ConvSpec>() is { Groups: 1, Window: { KernelY: 1, KernelX: 1, StrideY: 1, StrideX: 1, PadY: 0, PadX: 0, IsEven: true } } spec
        && node.Inputs[0].C * (long)spec.Filters <= MostWeights;

    /// <summary>Whether the images of a chunk are the columns of a tile.</summary>
    protected virtual bool ImagesAsColumns => false;

    public override bool Fits(AlgorithmRequest request) => true;

    /// <summary>An output of few pixels fills few of a tile's registers.</summary>
    public override double Cost(AlgorithmRequest request) => request.Node.Macs * ((double)TilePixels / Math.Min(TilePixels, request.Node.Output.H * request.Node.Output.W));

    public override Halo InputHalo(ShapedNode node, int input)
    {
        (int y, int x) = node.Spec<ConvSpec>().Window.Border;
        return new Halo(y, x);
    }

    /// <summary>Turned weights reach over the border, products with all taps at once do not.</summary>
    public override Halo GradientHalo(ShapedNode node) =>
        node.Spec<ConvSpec>() is var spec && Col2im.Fits(node, spec.Window, spec.Groups, node.Output, node.Inputs[0]) ? Halo.None : TurnedHalo(node);

    /// <summary>The border that a convolution with turned weights reads.</summary>
    protected static Halo TurnedHalo(ShapedNode node) => ConvLowering.GradientHalo(node.Spec<ConvSpec>().Window, node.Inputs[0], node.Output);

    public override void Forward(Lowering lowering, ShapedNode node) => Of(lowering, node).Forward();

    public override void Backward(Lowering lowering, ShapedNode node) => Of(lowering, node).Backward();

    private ConvLowering Of(Lowering lowering, ShapedNode node)
    {
        ConvSpec spec = node.Spec<ConvSpec>();
        return Of(lowering, node, new ConvGeometry(spec.Window.Leading, node.Inputs[0].C, spec.Filters, spec.Groups) { ImagesAsColumns = ImagesAsColumns }, spec.Bias, WeightChoice.Of(lowering, node));
    }

    /// <summary>What lowers it.</summary>
    protected virtual ConvLowering Of(Lowering lowering, ShapedNode node, ConvGeometry geometry, bool bias, WeightChoice weights) => new(lowering, node, geometry, bias) { Weights = weights };
}
