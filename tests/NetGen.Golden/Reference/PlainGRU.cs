namespace NetGen.Golden.Reference;

/// <summary>Gated recurrent units with PyTorch's gates: reset, update, new.</summary>
/// <param name="units">The state's size.</param>
/// <param name="sequences">Whether the output is the state after each step.</param>
public sealed class PlainGRU(int units, bool sequences) : PlainRecurrent(units, 3, sequences)
{
    private readonly int _units = units;

    /// <inheritdoc/>
    protected override (double State, double Memory) Cell(int unit, double[] fromInput, double[] fromState, PlainStep before)
    {
        (_, double z, double n) = Gates(unit, fromInput, fromState);
        return (((1 - z) * n) + (z * before.State[unit]), 0);
    }

    /// <inheritdoc/>
    protected override void CellGradient(int unit, PlainStep step, PlainStep before, double dState, double[] dInput, double[] dFromState, double[] direct, double[] dMemory)
    {
        (double r, double z, double n) = Gates(unit, step.FromInput, step.FromState);
        double dn = dState * (1 - z) * (1 - (n * n));
        double dr = dn * step.FromState[(2 * _units) + unit] * r * (1 - r);
        double dz = dState * (before.State[unit] - n) * z * (1 - z);
        dInput[unit] = dFromState[unit] = dr;
        dInput[_units + unit] = dFromState[_units + unit] = dz;
        dInput[(2 * _units) + unit] = dn;
        dFromState[(2 * _units) + unit] = dn * r;
        direct[unit] = dState * z;
    }

    private (double R, double Z, double N) Gates(int unit, double[] fromInput, double[] fromState)
    {
        double r = Sigmoid(fromInput[unit] + fromState[unit]);
        double z = Sigmoid(fromInput[_units + unit] + fromState[_units + unit]);
        return (r, z, Math.Tanh(fromInput[(2 * _units) + unit] + (r * fromState[(2 * _units) + unit])));
    }
}
