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

        protected override IEnumerable<Operand> HandedBack => [.. base.HandedBack, Carry];

        protected override Operand InitialShare => Carry;

        protected override void Cell(CallNote note, int step, int move)
        {
            (Plane? plane, Operand[] before) = Before(step, move);
            Lowering.Call(
                new GRUKernel(GatesOfStep, plane is null ? null : FromStateOfStep, plane, StateOfStep) { Lengths = LengthsPlane },
                note,
                [At(Gates, GatesOfAll, step, move), plane is null ? StateBias : FromStateAt(step, move), .. before, StateAt(step, move), .. OwnSteps(step, move)]);
        }

        protected override void CellGradient(CallNote note, int step, int move)
        {
            (Plane? plane, Operand[] before) = Before(step, move);
            before = plane is null ? [StateBias, FromStateAt(step, move)] : [FromStateAt(step, move), .. before];
            Lowering.Call(
                Gradient(new GRUGradientKernel(GatesOfStep, FromStateOfStep, plane, State), step),
                note,
                [At(Gates, GatesOfAll, step, move), .. before, .. StateGradients(step, move), Carry, .. OwnSteps(step, move)]);
        }

        /// <summary>The state before a step, and how it lies; none where it is 0.</summary>
        private (Plane? Plane, Operand[] State) Before(int step, int move) => step > 0 ? (StateOfStep, [StateAt(step - 1, move)])
            : InitialState is { } state ? (Lowering.Plane(state), [Lowering.Value(state)])
            : (null, []);
    }
}
