namespace NetGen;

/// <summary>The learning rate falls along half a cosine over the whole training, step by step:
/// minimum + (rate - minimum) × (1 + cos(π step / total)) / 2, as <c>CosineAnnealingLR</c> of PyTorch with T_max = total steps.</summary>
/// <remarks>Loshchilov and Hutter 2017, equation 5, without restarts. The last step is one before the minimum.</remarks>
public sealed class CosineSchedule : LearningRateSchedule
{
    private readonly double _rate;
    private readonly double _minimum;

    /// <summary>Takes both ends.</summary>
    /// <param name="rate">The rate at the first step, 0 or more.</param>
    /// <param name="minimum">What it falls toward, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public CosineSchedule(double rate, double minimum = 0)
    {
        _rate = Check.NotNegative(rate, nameof(rate));
        _minimum = Check.NotNegative(minimum, nameof(minimum));
    }

    /// <inheritdoc/>
    protected override double Compute(long step, long totalSteps, int stepsPerEpoch) => HalfCosine(_rate, _minimum, (double)step / totalSteps);
}
