using NetGen.Bench.Models;

namespace NetGen.Bench.Measuring;

/// <summary>A model with a random batch, ready to step and to predict.</summary>
internal sealed class Workload : IDisposable
{
    private readonly Model _model;
    private readonly Optimizer _optimizer = new AmsGrad();
    private readonly float[] _inputs;
    private readonly float[] _outputs;
    private readonly int[] _labels;
    private readonly float[] _targets;
    private readonly float[] _inputGradients;

    public Workload(Model model, int batch, int threads)
    {
        Random random = new(1);
        _model = model;
        _model.Threads = threads;
        _inputs = [.. Enumerable.Range(0, batch * model.Description.InputSize).Select(_ => 2 * random.NextSingle() - 1)];
        _outputs = new float[batch * model.Description.OutputSize];
        _labels = [.. Enumerable.Range(0, batch).Select(_ => random.Next(model.Description.OutputSize))];
        _targets = new float[_outputs.Length];
        _inputGradients = new float[_inputs.Length];
    }

    public Workload(Network network, int threads)
        : this(network.Create(), network.Batch, threads)
    {
    }

    /// <summary>Forward, backward and the optimizer over the whole batch, for a model with classes.</summary>
    public void Step() => _model.TrainStep(_inputs, _labels, _optimizer);

    /// <summary>Forward and backward down to the inputs over the whole batch, for a model with float targets.</summary>
    public void Gradients() => _model.ComputeGradients(_inputs, _targets, default, _inputGradients);

    /// <summary>A prediction for the first images of the batch.</summary>
    public void Predict(int count) => _model.Predict(
        _inputs.AsSpan(0, count * _model.Description.InputSize),
        _outputs.AsSpan(0, count * _model.Description.OutputSize));

    public void Dispose() => _model.Dispose();
}
