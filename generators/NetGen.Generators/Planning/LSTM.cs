using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

internal sealed class LSTM : Recurrent
{
    protected override int StateVectors => 2;

    protected override RecurrentLowering Of(Lowering lowering, ShapedNode node) => new LSTMLowering(lowering, node);

    private sealed class LSTMLowering(Lowering lowering, ShapedNode node) : RecurrentLowering(lowering, node)
    {
        private Operand Cells => Lowering.Saved(Node, BufferRole.Cells, Lowering.Training ? StatesOfAll : State);

        private Plane CellsOfStep => Lowering.Training ? StatesOfAll.Steps(1) : CarriedPlane ?? State;

        private Operand Carry => Lowering.Saved(Node, BufferRole.Carry, State);

        protected override void Cell(CallNote note, int step, int move)
        {
            Operand gates = At(Gates, GatesOfAll, step, move);
            if (step == 0)
            {
                Lowering.Call(new LSTMKernel(GatesOfStep, null, CellsOfStep, StateOfStep), note, gates, StateBias, CellsAt(0, 0), StateAt(0, 0));
            }
            else
            {
                Lowering.Call(new LSTMKernel(GatesOfStep, FromStateOfStep, CellsOfStep, StateOfStep), note, gates, FromStateAt(step, move), CellsAt(step - 1, move), CellsAt(step, move), StateAt(step, move));
            }
        }

        protected override void CellGradient(CallNote note, int step, int move)
        {
            LSTMGradientKernel kernel = new(GatesOfStep, CellsOfStep, State) { Dy = OutputGradient(step), IsFirst = step == 0, IsLast = step == Steps - 1 };
            Operand[] before = step == 0 ? [] : [CellsAt(step - 1, move)];
            Lowering.Call(kernel, note, [At(Gates, GatesOfAll, step, move), CellsAt(step, move), .. before, .. StateGradients(step, move), Carry]);
        }

        private Operand CellsAt(int step, int move) => Lowering.Training ? At(Cells, StatesOfAll, step, move) : CarriedAt(1) ?? Cells;
    }
}
