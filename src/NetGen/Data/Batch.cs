namespace NetGen;

/// <summary>Some samples of a <see cref="Dataset"/>, one after the other, as <see cref="Dataset.Batches"/> gives them.</summary>
/// <remarks>The next batch is written over this one.</remarks>
public sealed class Batch
{
    private readonly BatchBuffer _buffer;

    internal Batch(BatchBuffer buffer) => _buffer = buffer;

    /// <summary>The number of samples.</summary>
    public int Count => _buffer.Count;

    /// <summary>Their inputs: <see cref="Count"/> times <see cref="Dataset.InputSize"/> floats.</summary>
    public ReadOnlySpan<float> Inputs => _buffer.Inputs;

    /// <summary>Their labels: <see cref="Count"/> times <see cref="Dataset.LabelSize"/>; empty where there are targets.</summary>
    public ReadOnlySpan<int> Labels => _buffer.Labels;

    /// <summary>Their targets: <see cref="Count"/> times <see cref="Dataset.TargetSize"/> floats; empty where there are labels.</summary>
    public ReadOnlySpan<float> Targets => _buffer.Targets;

    /// <summary>Their labels or targets for each output by its name, those of <see cref="Dataset.Further"/> among them: <c>net.TrainStep(batch.Inputs, batch.ByOutput, adam)</c>.</summary>
    public Targets ByOutput => _buffer.ByOutput;
}
