using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>A group norm with a group for each channel.</summary>
internal sealed class InstanceNorm : OpLowering
{
    public override bool GainLooksPast => true;

    /// <summary>Of every image the mean of each channel, so that a bias before it changes nothing.</summary>
    public override bool TakesOffMean => true;

    public override void Forward(Lowering lowering, ShapedNode node)
    {
        InstanceNormSpec spec = node.Spec<InstanceNormSpec>();
        GroupNorm.LowerForward(lowering, node, node.Output.Channels, spec.Epsilon, spec.Affine);
    }

    public override void Backward(Lowering lowering, ShapedNode node) =>
        GroupNorm.LowerBackward(lowering, node, node.Output.Channels, node.Spec<InstanceNormSpec>().Affine);
}
