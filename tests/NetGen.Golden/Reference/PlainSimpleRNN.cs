namespace NetGen.Golden.Reference;

/// <summary>The plain recurrent layer: the hyperbolic tangent of both sums.</summary>
/// <param name="units">The state's size.</param>
/// <param name="sequences">Whether the output is the state after each step.</param>
public sealed class PlainSimpleRNN(int units, bool sequences) : PlainRecurrent(units, 1, sequences)
{
    /// <inheritdoc/>
    protected override (double State, double Memory) Cell(int unit, double[] fromInput, double[] fromState, PlainStep before) =>
        (Math.Tanh(fromInput[unit] + fromState[unit]), 0);

    /// <inheritdoc/>
    protected override void CellGradient(int unit, PlainStep step, PlainStep before, double dState, double[] dInput, double[] dFromState, double[] direct, double[] dMemory) =>
        dInput[unit] = dFromState[unit] = dState * (1 - (step.State[unit] * step.State[unit]));
}
