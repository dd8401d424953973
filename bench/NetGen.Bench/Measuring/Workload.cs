using NetGen.Bench.Models;

namespace NetGen.Bench.Measuring;

/// <summary>A model with a random batch, ready to step and to predict.</summary>
internal sealed class Workload : IDisposable
{
    private readonly Model _model;
    private readonly Optimizer _optimizer = new AmsGrad();
    private readonly float[] _inputs;
    private readonly int[] _labels;
    private readonly float[] _outputs;
    private readonly int _inputSize;
    private readonly int _outputSize;

    public Workload(ModelInfo info, Model model, int batch, int threads)
    {
        Random random = new(1);
        _inputSize = info.InputSize;
        _outputSize = info.OutputSize;
        _inputs = new float[batch * _inputSize];
        _outputs = new float[batch * _outputSize];
        _labels = new int[batch];
        foreach (ref float value in _inputs.AsSpan())
        {
            value = 2 * random.NextSingle() - 1;
        }

        foreach (ref int label in _labels.AsSpan())
        {
            label = random.Next(_outputSize);
        }

        _model = model;
        _model.Threads = threads;
    }

    public Workload(Network network, int threads)
        : this(network.Info, network.Create(), network.Batch, threads)
    {
    }

    /// <summary>Forward, backward and the optimizer over the whole batch.</summary>
    public void Step() => _model.TrainStep(_inputs, _labels, _optimizer);

    /// <summary>A prediction for the first images of the batch.</summary>
    public void Predict(int count) => _model.Predict(_inputs.AsSpan(0, count * _inputSize), _outputs.AsSpan(0, count * _outputSize));

    public void Dispose() => _model.Dispose();
}
