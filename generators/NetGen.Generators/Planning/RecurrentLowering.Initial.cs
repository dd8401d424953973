using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <content>A state before the first step that the layer is given.</content>
internal abstract partial class RecurrentLowering
{
    /// <summary>The value that is the state before the first step; null where that is 0.</summary>
    protected int? InitialState => _spec.StateInput is { } input ? Node.Node.Inputs[input] : null;

    /// <summary>What the gradient by the state before the first step has beside the product; none where that is all.</summary>
    protected virtual Operand InitialShare => Operand.None;

    /// <summary>Where one step is planned: what sequences begin with goes into their states at the start.</summary>
    protected virtual void Begin()
    {
        if (_spec.StateInput is { } input)
        {
            BeginWith(input, vector: 0);
        }
    }

    /// <summary>An input goes into a vector of the states at the start.</summary>
    protected void BeginWith(int input, int vector)
    {
        int value = Node.Node.Inputs[input];
        Lowering.Call(Lowering.AtStart, new CopyKernel(Lowering.Plane(value), CarriedPlane!), Node.For(Purpose.Begin), Lowering.Value(value), CarriedAt(vector)!.Value);
    }

    /// <summary>The gradients by what the layer is given for its first step, behind the gradients of that.</summary>
    protected virtual void InitialGradients()
    {
        if (_spec.StateInput is { } input && Lowering.Target(Node, input) is { } target)
        {
            TurnedWalk way = _fromState.Turned(GatesOfStep, target.Plane).Single();
            Operand weights = PackTurned("weight_hh_l0", way.Weights, _fromState.Inputs, "FromState");
            Lowering.Call(
                target,
                way.Kernel,
                Node.For(Purpose.InputGradient, input + 1),
                At(FromStateGradient, GatesOfAll, 0, 0),
                weights,
                Operand.None,
                InitialShare,
                target.Operand,
                Activation.SlopeOf(null));
        }
    }
}
