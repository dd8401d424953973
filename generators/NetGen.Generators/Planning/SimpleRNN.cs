using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class SimpleRNN : Recurrent
{
    protected override RecurrentLowering Of(Lowering lowering, ShapedNode node) => new SimpleRNNLowering(lowering, node);

    private sealed class SimpleRNNLowering(Lowering lowering, ShapedNode node) : RecurrentLowering(lowering, node)
    {
        protected override void Cell(CallNote note, int step, int move) => Lowering.Call(
            new SimpleRNNKernel(GatesOfStep, step == 0 ? null : FromStateOfStep, StateOfStep),
            note,
            At(Gates, GatesOfAll, step, move),
            step == 0 ? StateBias : FromStateAt(step, move),
            StateAt(step, move));

        protected override void CellGradient(CallNote note, int step, int move) => Lowering.Call(
            new SimpleRNNGradientKernel(StateOfStep, GatesOfStep) { Dy = OutputGradient(step), IsLast = step == Steps - 1 },
            note,
            [StateAt(step, move), .. StateGradients(step, move), At(Gates, GatesOfAll, step, move)]);
    }
}
