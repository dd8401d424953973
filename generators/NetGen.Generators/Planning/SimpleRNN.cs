using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class SimpleRNN : Recurrent
{
    protected override RecurrentLowering Of(Lowering lowering, ShapedNode node) => new SimpleRNNLowering(lowering, node);

    private sealed class SimpleRNNLowering(Lowering lowering, ShapedNode node) : RecurrentLowering(lowering, node)
    {
        protected override void Cell(CallNote note, int step, int move)
        {
            bool first = step == 0 && InitialState is null;
            Lowering.Call(
                new SimpleRNNKernel(GatesOfStep, first ? null : FromStateOfStep, StateOfStep) { Lengths = LengthsPlane },
                note,
                [At(Gates, GatesOfAll, step, move), first ? StateBias : FromStateAt(step, move), StateAt(step, move), .. OwnSteps(step, move)]);
        }

        protected override void CellGradient(CallNote note, int step, int move) => Lowering.Call(
            Gradient(new SimpleRNNGradientKernel(StateOfStep, GatesOfStep), step),
            note,
            [StateAt(step, move), .. StateGradients(step, move), At(Gates, GatesOfAll, step, move), .. OwnSteps(step, move)]);
    }
}
