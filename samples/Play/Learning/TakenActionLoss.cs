using NetGen;

namespace Play;

/// <summary>The loss of the values of the actions that were taken: Huber's with δ = 1, whose gradient is the error, no further from 0 than 1 (Mnih et al. 2015, "Methods"), as the mean over the batch.</summary>
/// <param name="count">Transitions of a batch.</param>
internal sealed class TakenActionLoss(int count)
{
    /// <summary>The actions that were taken.</summary>
    public int[] Actions { get; } = new int[count];

    /// <summary>What their values should be.</summary>
    public float[] Targets { get; } = new float[count];

    /// <summary>The mean over the batch of the greatest action's value, of the last call.</summary>
    public double MeanValue { get; private set; }

    /// <summary>An <see cref="OutputLoss"/>.</summary>
    public double Compute(OutputSet outputs, OutputSet gradients)
    {
        ReadOnlySpan<float> values = outputs[ModelInfo.OwnOutput];
        Span<float> byValue = gradients[ModelInfo.OwnOutput];
        int actions = values.Length / count;
        (double loss, double greatest) = (0, 0);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<float> of = values.Slice(i * actions, actions);
            float error = of[Actions[i]] - Targets[i];
            float size = Math.Abs(error);
            loss += size <= 1 ? 0.5 * size * size : size - 0.5;
            byValue[(i * actions) + Actions[i]] = Math.Clamp(error, -1, 1) / count;
            greatest += of[Logits.ArgMax(of)];
        }

        MeanValue = greatest / count;
        return loss / count;
    }
}
