using NetGen.Runtime;

namespace NetGen;

public abstract unsafe partial class Model
{
    /// <summary>The running means and variances of the batch norms.</summary>
    internal IEnumerable<Parameter> RunningStatistics => Parameters.Where(p => !p.Trainable && (IsMean(p) || p.Path.EndsWith(".running_var", StringComparison.Ordinal)));

    /// <summary>Whether a parameter is the running mean of a batch norm; each has one.</summary>
    internal static bool IsMean(Parameter parameter) => parameter.Path.EndsWith(".running_mean", StringComparison.Ordinal);

    /// <summary>Goes forward as a training step does, so that batch norms take a batch into their running statistics; no gradient is computed.</summary>
    /// <param name="inputs">Whole images, NCHW.</param>
    /// <exception cref="ArgumentException">A length does not fit, or a batch norm would see a single value a channel.</exception>
    internal void ForwardForStatistics(ReadOnlySpan<float> inputs)
    {
        using Gate.Use use = _gate.Enter();
        int batch = CheckBatch(inputs.Length, Description.InputSize, nameof(inputs));
        CheckWords(inputs, nameof(inputs));
        CheckNorms(batch, nameof(inputs));
        _training ??= new TrainingWorkspace(this);

        // A Backward that comes now would find this batch's values.
        _forwardBatch = 0;
        fixed (float* x = inputs)
        {
            // Losses, and what only they read, come in the first phase that is one of the way back; all statistics are done before it.
            _training.Begin(Context(x, batch));
            _training.RunPhases(0, Layout.FirstBackwardPhase);
        }
    }
}
