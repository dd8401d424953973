using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <content>One step, from the state that is there to the next.</content>
internal abstract partial class RecurrentLowering
{
    /// <summary>Whether one kernel has both products of a layer in a step: those of many weights, where the input is multiplied in every step.</summary>
    /// <param name="lowering">The plan.</param>
    /// <param name="node">The layer.</param>
    public static bool HasBothProducts(Lowering lowering, ShapedNode node) =>
        node.Node.Spec is RecurrentSpec spec && lowering.CarriedState(node) is not null && lowering.WordsOf(node) is null && !lowering.ReadsStart(node)
        && GateProductsKernel.Has(node.Inputs[0].Features, spec.Units, spec.Gates * Plane.PitchOf(spec.Units));

    /// <summary>The products of input and state, then the cell.</summary>
    private void ForwardByOne()
    {
        Begin();
        if (HasBothProducts(Lowering, Node))
        {
            BothProducts();
        }
        else
        {
            StateProduct(StateOfStep, Node.For(Purpose.Step), StateAt(0, 0), 1, 0);
        }

        Cell(CallNote.Continued, 1, 0);
        Lowering.Call(new CopyKernel(StateOfStep, Lowering.Plane(Node.Id)), CallNote.Continued, StateAt(1, 0), Lowering.Value(Node.Id));
    }

    private void BothProducts()
    {
        (Operand x, Plane plane) = Lowering.Given(Node.Node.Inputs[0]) ?? (Lowering.Value(Node.Node.Inputs[0]), Lowering.Plane(Node.Node.Inputs[0]));
        GateProductsKernel kernel = new(_fromInput.Kernel(plane, GatesOfAll), _fromState.Kernel(StateOfStep, FromStateOfStep));
        (Operand weights, Operand bias) = InputWeights(kernel.Input);
        Lowering.Call(kernel, Node.For(Purpose.Step), x, weights, bias, Gates, StateAt(0, 0), StateWeights(kernel.State), StateBias, FromStateAt(1, 0), Operand.Round);
    }
}
