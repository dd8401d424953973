namespace NetGen.Bench.Rooflines;

/// <summary>The passes of a model without a loss, on one thread, over a random batch.</summary>
internal sealed class Passes : IDisposable
{
    private readonly Model _model;
    private readonly float[] _inputs;
    private readonly float[] _outputs;
    private readonly float[] _outputGradients;
    private readonly float[] _inputGradients;

    public Passes(Model model, int batch)
    {
        Random random = new(1);
        _model = model;
        _model.Threads = 1;
        _inputs = Values(batch * model.Description.InputSize);
        _outputs = new float[batch * model.Description.OutputSize];
        _outputGradients = Values(_outputs.Length);
        _inputGradients = new float[_inputs.Length];

        float[] Values(int length) => [.. Enumerable.Range(0, length).Select(_ => 2 * random.NextSingle() - 1)];
    }

    public void Predict() => _model.Predict(_inputs, _outputs);

    /// <summary>In training mode.</summary>
    public void Forward() => _model.Forward(_inputs, _outputs);

    /// <summary>Forward, and the gradients by the parameters alone.</summary>
    public void ParameterGradients()
    {
        Forward();
        _model.Backward(_outputGradients);
    }

    /// <summary>Forward, and the gradients by the parameters and by the inputs.</summary>
    public void AllGradients()
    {
        Forward();
        _model.Backward(_outputGradients, _inputGradients);
    }

    public void Dispose() => _model.Dispose();
}
