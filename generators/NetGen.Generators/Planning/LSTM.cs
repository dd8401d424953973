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

        protected override IEnumerable<Operand> HandedBack => [.. base.HandedBack, Carry];

        protected override void Cell(CallNote note, int step, int move)
        {
            (Plane? plane, Operand[] before) = Before(step, move);
            bool first = step == 0 && InitialState is null;
            Lowering.Call(
                new LSTMKernel(GatesOfStep, first ? null : FromStateOfStep, plane, CellsOfStep, StateOfStep) { Lengths = LengthsPlane },
                note,
                [At(Gates, GatesOfAll, step, move), first ? StateBias : FromStateAt(step, move), .. before, CellsAt(step, move), StateAt(step, move), .. OwnSteps(step, move)]);
        }

        protected override void CellGradient(CallNote note, int step, int move)
        {
            (Plane? plane, Operand[] before) = Before(step, move);
            Lowering.Call(
                Gradient(new LSTMGradientKernel(GatesOfStep, CellsOfStep, plane, State), step),
                note,
                [At(Gates, GatesOfAll, step, move), CellsAt(step, move), .. before, .. StateGradients(step, move), Carry, .. OwnSteps(step, move)]);
        }

        protected override void Begin()
        {
            base.Begin();
            if (InitialCell is { } cells)
            {
                BeginWith(cells, vector: 1);
            }
        }

        protected override void InitialGradients()
        {
            base.InitialGradients();
            if (InitialCell is { } cells && Lowering.Target(Node, cells) is { } target)
            {
                Lowering.Call(target, new CopyKernel(State, target.Plane), Node.For(Purpose.InputGradient, cells + 1), Carry, target.Operand);
            }
        }

        /// <summary>The cells before a step, and how they lie; none where they are 0.</summary>
        private (Plane? Plane, Operand[] Cells) Before(int step, int move) => step > 0 ? (CellsOfStep, [CellsAt(step - 1, move)])
            : InitialCell is { } cells ? (Lowering.Plane(Node.Node.Inputs[cells]), [Lowering.Value(Node.Node.Inputs[cells])])
            : (null, []);

        private int? InitialCell => Node.Spec<RecurrentSpec>().CellInput;

        private Operand CellsAt(int step, int move) => Lowering.Training ? At(Cells, StatesOfAll, step, move) : CarriedAt(1) ?? Cells;
    }
}
