using NetGen.Golden.Reference;

namespace NetGen.Golden.Sweeps;

/// <summary>A recurrent network that is predicted one step at a time, by one thread and by two, against the plain layers over the whole sequence.</summary>
/// <param name="Declaration">Attributes as C# source.</param>
/// <param name="Input">One channel of steps by features.</param>
/// <param name="Batch">Sequences side by side.</param>
/// <param name="Layers">The plain layers from top to bottom, each under the name of its parameters' paths.</param>
public sealed record StepCase(string Declaration, PlainShape Input, int Batch, params (string Path, PlainLayer Layer)[] Layers) : SweepCase(Declaration, Input, Batch, Layers)
{
    /// <inheritdoc/>
    public override List<TensorError> Compare(Model model)
    {
        RandomSource random = new(29);

        // As small as where a layer starts: steps of many units would double rounding errors.
        SetParameters(model, Layers, ref random, largest: 1 / MathF.Sqrt(Output.Width));
        float[] input = Floats(Batch * Input.Size, ref random);
        float[] whole = Array.ConvertAll(Values(input, training: false)[^1], v => (float)v);
        return [.. new[] { 1, 2 }.Select(threads => new TensorError(FormattableString.Invariant($"steps by {threads}"), GoldenRun.Error(Steps(model, threads, input), whole)))];
    }

    private float[] Steps(Model model, int threads, float[] input)
    {
        using StepPredictor predictor = model.CreateStepPredictor(threads);
        StepStates states = predictor.CreateStates(Batch);
        int steps = Input.Height;
        float[] step = new float[Batch * Input.Width];
        float[] outputs = new float[Batch * Output.Width];
        float[] all = new float[steps * outputs.Length];
        for (int i = 0; i < steps; i++)
        {
            Copy(input, Input.Width, i, steps, into: step, step: 0, of: 1);
            predictor.Step(states, step, outputs);
            Copy(outputs, Output.Width, 0, 1, into: all, step: i, of: steps);
        }

        return all;
    }

    /// <summary>Copies one step of each sequence to one of each elsewhere.</summary>
    private void Copy(float[] from, int width, int fromStep, int fromSteps, float[] into, int step, int of)
    {
        for (int n = 0; n < Batch; n++)
        {
            from.AsSpan(((n * fromSteps) + fromStep) * width, width).CopyTo(into.AsSpan(((n * of) + step) * width));
        }
    }
}
