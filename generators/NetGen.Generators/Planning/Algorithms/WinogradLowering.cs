using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>A convolution and the gradient by its input by Winograd's minimal filtering; the one by the weights has its own choice.</summary>
internal sealed class WinogradLowering(Lowering lowering, ShapedNode node, ConvGeometry geometry, bool bias, int tile) : ConvLowering(lowering, node, geometry, bias)
{
    protected override Operand PackWeights(Plane x, Plane y, FoldedNorm? norm)
    {
        WinogradConvolutionKernel kernel = Kernel(x, y);
        Operand weights = Lowering.Weights(Node, BufferRole.Weight, kernel.Weights);
        Lowering.Pack(norm is null
            ? new PackWinograd(Weight: Lowering.Parameter(Node, "weight"), Packed: weights, Geometry.Outputs, Geometry.Inputs, tile, kernel.IsByPoint)
            : new PackWinogradWithBatchNorm(
                Weight: Lowering.Parameter(Node, "weight"),
                Gamma: Lowering.Parameter(norm.Node, "weight"),
                Variance: Lowering.Parameter(norm.Node, "running_var"),
                Packed: weights,
                Geometry.Outputs,
                Geometry.Inputs,
                tile,
                norm.Epsilon,
                kernel.IsByPoint));
        return weights;
    }

    protected override void Product(Plane x, Plane y, CallNote note, Operand input, Operand weights, Operand biases, Operand summand, Operand output, Operand slope)
    {
        WinogradConvolutionKernel kernel = Kernel(x, y);
        Lowering.Call(kernel, note, input, weights, biases, summand, output, Lowering.Work(kernel.Scratch), slope);
    }

    protected override void InputGradient(GradientTarget target, Plane dy)
    {
        Window window = Geometry.Window;
        WinogradConvolutionKernel kernel = new(tile, window.KernelY - 1 - window.PadY, window.KernelX - 1 - window.PadX, dy, target.Plane);
        Operand weights = Lowering.Weights(Node, BufferRole.WeightTurned, kernel.Weights);
        Lowering.Pack(new PackWinogradTurned(Weight: Lowering.Parameter(Node, "weight"), Packed: weights, Geometry.Outputs, Geometry.Inputs, tile, kernel.IsByPoint));
        Lowering.Call(
            target,
            kernel,
            Node.For(Purpose.InputGradient),
            Lowering.Gradient(Node.Id),
            weights,
            Operand.None,
            Operand.None,
            target.Operand,
            Lowering.Work(kernel.Scratch),
            Activation.SlopeOf(null));
    }

    private WinogradConvolutionKernel Kernel(Plane x, Plane y) => new(tile, Geometry.Window.PadY, Geometry.Window.PadX, x, y);
}
