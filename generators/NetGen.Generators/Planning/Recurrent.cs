using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>Layers that go through a sequence with a state.</summary>
internal abstract class Recurrent : OpLowering
{
    public override bool TakesAnyPitch => true;

    /// <summary>Of a state before the first step cells read whole vectors.</summary>
    public override bool TakesAnyPitchAt(int input) => input == 0;

    public override long KeptBeside(ShapedNode node)
    {
        RecurrentSpec spec = node.Spec<RecurrentSpec>();
        return Sizes.Product(node.Inputs[0].Steps, spec.Gates + 2, Plane.PitchOf(spec.Units));
    }

    public override int Turns(ShapedNode node) => node.Inputs[0].Steps;

    /// <summary>Vectors of a state: the state alone, or more.</summary>
    protected virtual int StateVectors => 1;

    public override int StateSize(ShapedNode node) => StateVectors * Plane.PitchOf(node.Spec<RecurrentSpec>().Units);

    public override void Forward(Lowering lowering, ShapedNode node) => Of(lowering, node).Forward();

    public override void Backward(Lowering lowering, ShapedNode node) => Of(lowering, node).Backward();

    /// <summary>What lowers a layer.</summary>
    protected abstract RecurrentLowering Of(Lowering lowering, ShapedNode node);
}
