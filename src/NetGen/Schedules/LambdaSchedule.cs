namespace NetGen;

/// <summary>The learning rate is a number times a function of the epochs that have passed, as <c>LambdaLR</c> of PyTorch.</summary>
public sealed class LambdaSchedule : LearningRateSchedule
{
    private readonly double _rate;
    private readonly Func<double, double> _factor;

    /// <summary>Takes the rate and the function.</summary>
    /// <param name="rate">What is multiplied, 0 or more.</param>
    /// <param name="factor">What the rate is multiplied with at a step, by the epochs that have passed: 1.5 is in the middle of the second epoch. Rounded down,
    /// it is PyTorch's number of the epoch.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    public LambdaSchedule(double rate, Func<double, double> factor)
    {
        ArgumentNullException.ThrowIfNull(factor);
        _rate = Check.NotNegative(rate, nameof(rate));
        _factor = factor;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The function's result makes no rate.</exception>
    protected override double Compute(long step, long totalSteps, int stepsPerEpoch)
    {
        double epochs = (double)step / stepsPerEpoch;
        double factor = _factor(epochs);
        double rate = _rate * factor;
        return rate >= 0 && double.IsFinite(rate)
            ? rate
            : throw new InvalidOperationException(FormattableString.Invariant($"expected a factor that makes a finite rate of 0 or more of {_rate}, actual {factor} after {epochs} epochs"));
    }
}
