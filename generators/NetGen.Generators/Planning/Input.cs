using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class Input : OpLowering
{
    public override void Forward(Lowering lowering, ShapedNode node) => lowering.Enter(node);
}
