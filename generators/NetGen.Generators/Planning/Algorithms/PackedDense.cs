using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>A dense layer as a convolution over an image of one pixel, or of a pixel for each step of a sequence, with its weights packed and its gradients summed by shards.</summary>
internal sealed class PackedDense : Algorithm
{
    public override bool TakesAnyPitch => true;

    public override bool FusesActivation => true;

    public override bool FoldsNorm => true;

    public override bool Fits(AlgorithmRequest request) => true;

    public override void Forward(Lowering lowering, ShapedNode node) => Of(lowering, node).Forward();

    public override void Backward(Lowering lowering, ShapedNode node) => Of(lowering, node).Backward();

    private static ConvLowering Of(Lowering lowering, ShapedNode node)
    {
        DenseSpec spec = node.Spec<DenseSpec>();
        return new ConvLowering(lowering, node, new ConvGeometry(Window.Point, node.Inputs[0].Features, spec.Units, 1), spec.Bias);
    }
}
