namespace NetGen.Golden.Reference;

/// <summary>Long short-term memory with PyTorch's gates: input, forget, cell, output.</summary>
/// <param name="units">The state's size.</param>
/// <param name="sequences">Whether the output is the state after each step.</param>
public sealed class PlainLSTM(int units, bool sequences) : PlainRecurrent(units, 4, sequences)
{
    private readonly int _units = units;

    /// <inheritdoc/>
    protected override (double State, double Memory) Cell(int unit, double[] fromInput, double[] fromState, PlainStep before)
    {
        double[] s = Sums(unit, fromInput, fromState);
        double memory = (Sigmoid(s[1]) * before.Memory[unit]) + (Sigmoid(s[0]) * Math.Tanh(s[2]));
        return (Sigmoid(s[3]) * Math.Tanh(memory), memory);
    }

    /// <inheritdoc/>
    protected override void CellGradient(int unit, PlainStep step, PlainStep before, double dState, double[] dInput, double[] dFromState, double[] direct, double[] dMemory)
    {
        double[] s = Sums(unit, step.FromInput, step.FromState);
        (double i, double f, double g, double o) = (Sigmoid(s[0]), Sigmoid(s[1]), Math.Tanh(s[2]), Sigmoid(s[3]));
        double tanh = Math.Tanh(step.Memory[unit]);
        double dc = dMemory[unit] + (dState * o * (1 - (tanh * tanh)));
        double[] gradients = [dc * g * i * (1 - i), dc * before.Memory[unit] * f * (1 - f), dc * i * (1 - (g * g)), dState * tanh * o * (1 - o)];
        for (int gate = 0; gate < 4; gate++)
        {
            dInput[(gate * _units) + unit] = dFromState[(gate * _units) + unit] = gradients[gate];
        }

        dMemory[unit] = dc * f;
    }

    private double[] Sums(int unit, double[] fromInput, double[] fromState) =>
        [.. Enumerable.Range(0, 4).Select(gate => fromInput[(gate * _units) + unit] + fromState[(gate * _units) + unit])];
}
