namespace NetGen;

/// <summary>The learning rate falls by a factor every epoch: rate × gamma^epoch, as <c>ExponentialLR</c> of PyTorch.</summary>
public sealed class ExponentialSchedule : LearningRateSchedule
{
    private readonly double _rate;
    private readonly double _gamma;

    /// <summary>Takes the start and how it falls.</summary>
    /// <param name="rate">The rate of the first epoch, 0 or more.</param>
    /// <param name="gamma">What it is multiplied by after each epoch, over 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public ExponentialSchedule(double rate, double gamma)
    {
        _rate = Check.NotNegative(rate, nameof(rate));
        _gamma = Check.Positive(gamma, nameof(gamma));
    }

    /// <inheritdoc/>
    protected override double Compute(long step, long totalSteps, int stepsPerEpoch) => _rate * Math.Pow(_gamma, step / stepsPerEpoch);
}
