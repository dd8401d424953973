using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class ReLU : OpLowering
{
    public override Activation? AsActivation(Spec spec) => new(0);

    public override void Forward(Lowering lowering, ShapedNode node) => LeakyReLU.LowerForward(lowering, node, new Activation(0));

    public override bool AddsParts => true;

    public override void Backward(Lowering lowering, ShapedNode node) => LeakyReLU.LowerBackward(lowering, node, new Activation(0));
}
