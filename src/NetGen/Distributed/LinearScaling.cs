namespace NetGen;

/// <summary>
/// Larger batches on more processes, as in Goyal et al. 2017, "Accurate, Large Minibatch SGD", section 2: <see cref="Trainer.BatchSize"/> is what each rank takes of a step, and where that makes batches k times as
/// large, rates are k times as high, to which they rise linearly over the first epochs.
/// </summary>
/// <remarks>On one process it changes nothing. The paper kept the accuracy of ResNet-50 up to batches of 8,192; smaller sets bear less.</remarks>
public sealed record LinearScaling
{
    /// <summary>Over how many epochs rates rise, 0 or more; 5 in the paper.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double WarmUpEpochs
    {
        get;
        init => field = Check.NotNegative(value, nameof(WarmUpEpochs));
    } = 5;

    /// <summary>What a step's rate is multiplied with.</summary>
    /// <param name="ranks">How many times as large batches are.</param>
    /// <param name="step">The step, from 0.</param>
    /// <param name="stepsPerEpoch">The steps of an epoch.</param>
    internal double Factor(int ranks, long step, int stepsPerEpoch)
    {
        double rise = WarmUpEpochs * stepsPerEpoch;
        return step < rise ? 1 + ((ranks - 1) * (step / rise)) : ranks;
    }
}
