namespace NetGen;

/// <summary>The same learning rate at every step.</summary>
public sealed class ConstantSchedule : LearningRateSchedule
{
    private readonly double _rate;

    /// <summary>Takes the rate.</summary>
    /// <param name="rate">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    public ConstantSchedule(double rate) => _rate = Check.NotNegative(rate, nameof(rate));

    /// <inheritdoc/>
    protected override double Compute(long step, long totalSteps, int stepsPerEpoch) => _rate;
}
