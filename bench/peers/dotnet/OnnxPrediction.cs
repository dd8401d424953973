using Microsoft.ML.OnnxRuntime;

namespace Peers;

/// <summary>A session for one batch size, with inputs and outputs bound to memory of its own.</summary>
internal sealed class OnnxPrediction : IDisposable
{
    private readonly SessionOptions _settings;
    private readonly InferenceSession _session;
    private readonly OrtValue _input;
    private readonly OrtValue _output;
    private readonly RunOptions _run = new();
    private readonly OrtIoBinding _binding;

    public OnnxPrediction(string model, int threads, int batch)
    {
        _settings = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };

        // The batch is known, so the session may plan its memory for it.
        _settings.AddFreeDimensionOverrideByName("N", batch);
        _session = new InferenceSession(model, _settings);
        Random random = new(1);
        _input = Tensor(_session.InputMetadata.Values.Single(), batch, () => (2 * random.NextSingle()) - 1);
        _output = Tensor(_session.OutputMetadata.Values.Single(), batch, () => 0);
        _binding = _session.CreateIoBinding();
        _binding.BindInput(_session.InputNames[0], _input);
        _binding.BindOutput(_session.OutputNames[0], _output);
    }

    public void Run() => _session.RunWithBinding(_run, _binding);

    public void Dispose()
    {
        _binding.Dispose();
        _run.Dispose();
        _output.Dispose();
        _input.Dispose();
        _session.Dispose();
        _settings.Dispose();
    }

    private static OrtValue Tensor(NodeMetadata metadata, int batch, Func<float> value)
    {
        long[] shape = [batch, .. metadata.Dimensions.Skip(1).Select(d => (long)d)];
        float[] values = new float[shape.Aggregate(1L, (a, b) => a * b)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = value();
        }

        return OrtValue.CreateTensorValueFromMemory(values, shape);
    }
}
