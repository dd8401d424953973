using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class GRU : Recurrent
{
    protected override RecurrentLowering Of(Lowering lowering, ShapedNode node) => new GRULowering(lowering, node);

    private sealed class GRULowering(Lowering lowering, ShapedNode node) : RecurrentLowering(lowering, node)
    {
        /// <summary>The reset gate stands between the sum from the state and the gate's, so both have gradients of their own.</summary>
        protected override bool KeepsFromState => true;

        private Operand Carry => Lowering.Saved(Node, BufferRole.Carry, State);

        protected override void Cell(CallNote note, int step, int move)
        {
            Operand gates = At(Gates, GatesOfAll, step, move);
            if (step == 0)
            {
                Lowering.Call(new GRUKernel(GatesOfStep, null, StateOfStep), note, gates, StateBias, StateAt(0, 0));
            }
            else
            {
                Lowering.Call(new GRUKernel(GatesOfStep, FromStateOfStep, StateOfStep), note, gates, FromStateAt(step, move), StateAt(step - 1, move), StateAt(step, move));
            }
        }

        protected override void CellGradient(CallNote note, int step, int move)
        {
            GRUGradientKernel kernel = new(GatesOfStep, FromStateOfStep, StateOfStep, State) { Dy = OutputGradient(step), IsFirst = step == 0, IsLast = step == Steps - 1 };
            Operand[] before = step == 0 ? [StateBias, FromStateAt(0, move)] : [FromStateAt(step, move), StateAt(step - 1, move)];
            Lowering.Call(kernel, note, [At(Gates, GatesOfAll, step, move), .. before, .. StateGradients(step, move), Carry]);
        }
    }
}
