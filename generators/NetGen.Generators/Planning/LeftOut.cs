using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>A layer that does nothing where predictions are explained.</summary>
internal sealed class LeftOut : OpLowering
{
    public static readonly LeftOut Instance = new();

    private LeftOut()
    {
    }

    public override bool IsIdentity(ShapedNode node, bool training) => true;

    public override void Forward(Lowering lowering, ShapedNode node) => throw new InvalidOperationException("A layer that is left out computes nothing.");
}
