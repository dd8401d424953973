namespace NetGen.Golden.Reference;

/// <summary>A layer that goes through a sequence with a state, whose sizes are one channel of steps × features.</summary>
/// <param name="units">The state's size.</param>
/// <param name="gates">Gates of a step.</param>
/// <param name="sequences">Whether the output is the state after each step.</param>
public abstract class PlainRecurrent(int units, int gates, bool sequences) : PlainLayer
{
    /// <inheritdoc/>
    public override PlainShape Output(PlainShape input) => sequences ? new(1, input.Height, units) : new(units, 1, 1);

    /// <inheritdoc/>
    public override double[] Forward(PlainShape shape, int batch, double[] x, bool training) =>
        [.. Enumerable.Range(0, batch).SelectMany(n => Run(shape, Sequence(shape, x, n)) is var steps && sequences ? steps.SelectMany(s => s.State) : steps[^1].State)];

    /// <inheritdoc/>
    public override double[] Backward(PlainShape shape, int batch, double[] x, double[] dy)
    {
        double[] dx = new double[x.Length];
        foreach (string leaf in Parameters.Keys)
        {
            Gradients[leaf] = new double[Parameters[leaf].Length];
        }

        for (int n = 0; n < batch; n++)
        {
            double[][] inputs = Sequence(shape, x, n);
            PlainStep[] steps = Run(shape, inputs);
            double[] dState = new double[units];
            double[] dMemory = new double[units];
            for (int t = shape.Height - 1; t >= 0; t--)
            {
                for (int u = 0; u < units; u++)
                {
                    dState[u] += sequences ? dy[(((n * shape.Height) + t) * units) + u] : t == shape.Height - 1 ? dy[(n * units) + u] : 0;
                }

                double[] dInput = new double[gates * units];
                double[] dFromState = new double[gates * units];
                double[] direct = new double[units];
                PlainStep before = t > 0 ? steps[t - 1] : new PlainStep(new double[units], new double[units], [], []);
                for (int u = 0; u < units; u++)
                {
                    CellGradient(u, steps[t], before, dState[u], dInput, dFromState, direct, dMemory);
                }

                double[] xt = new double[shape.Width];
                Spread("weight_ih_l0", "bias_ih_l0", inputs[t], dInput, xt);
                xt.CopyTo(dx, ((n * shape.Height) + t) * shape.Width);
                dState = direct;
                Spread("weight_hh_l0", "bias_hh_l0", before.State, dFromState, dState);
            }
        }

        return dx;
    }

    /// <summary>A step's state and memory of a unit from the sums of the input and of the state, gate after gate.</summary>
    protected abstract (double State, double Memory) Cell(int unit, double[] fromInput, double[] fromState, PlainStep before);

    /// <summary>The gradients by those sums, by what the state before hands on directly, and by the memory before.</summary>
    protected abstract void CellGradient(int unit, PlainStep step, PlainStep before, double dState, double[] dInput, double[] dFromState, double[] direct, double[] dMemory);

    /// <summary>The logistic function.</summary>
    protected static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double[][] Sequence(PlainShape shape, double[] x, int n) =>
        [.. x.Skip(n * shape.Size).Take(shape.Size).Chunk(shape.Width)];

    private PlainStep[] Run(PlainShape shape, double[][] inputs)
    {
        PlainStep[] steps = new PlainStep[shape.Height];
        PlainStep before = new(new double[units], new double[units], [], []);
        for (int t = 0; t < steps.Length; t++)
        {
            double[] fromInput = Product("weight_ih_l0", "bias_ih_l0", inputs[t]);
            double[] fromState = Product("weight_hh_l0", "bias_hh_l0", before.State);
            (double State, double Memory)[] cells = [.. Enumerable.Range(0, units).Select(u => Cell(u, fromInput, fromState, before))];
            steps[t] = before = new PlainStep([.. cells.Select(c => c.State)], [.. cells.Select(c => c.Memory)], fromInput, fromState);
        }

        return steps;
    }

    private double[] Product(string weight, string bias, double[] x) =>
        [.. Parameters[weight].Chunk(x.Length).Zip(Parameters[bias], (row, b) => b + row.Zip(x, (w, v) => w * v).Sum())];

    private void Spread(string weight, string bias, double[] x, double[] dSums, double[] dx)
    {
        for (int row = 0; row < dSums.Length; row++)
        {
            Gradients[bias][row] += dSums[row];
            for (int i = 0; i < x.Length; i++)
            {
                Gradients[weight][(row * x.Length) + i] += dSums[row] * x[i];
                dx[i] += dSums[row] * Parameters[weight][(row * x.Length) + i];
            }
        }
    }
}
