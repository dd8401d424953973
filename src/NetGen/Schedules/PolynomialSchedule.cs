namespace NetGen;

/// <summary>The learning rate falls by a power of what is left of the training: minimum + (rate - minimum) × (1 - step / total)^power, as
/// <c>PolynomialLR</c> of PyTorch with total_iters = total steps, or <c>PolynomialDecay</c> of Keras.</summary>
/// <remarks>The last step is one before the minimum.</remarks>
public sealed class PolynomialSchedule : LearningRateSchedule
{
    private readonly double _rate;
    private readonly double _power;
    private readonly double _minimum;

    /// <summary>Takes both ends and the power.</summary>
    /// <param name="rate">The rate at the first step, 0 or more.</param>
    /// <param name="power">The power, over 0; 1 makes a straight line.</param>
    /// <param name="minimum">What the rate falls toward, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public PolynomialSchedule(double rate, double power = 1, double minimum = 0)
    {
        _rate = Check.NotNegative(rate, nameof(rate));
        _power = Check.Positive(power, nameof(power));
        _minimum = Check.NotNegative(minimum, nameof(minimum));
    }

    /// <inheritdoc/>
    protected override double Compute(long step, long totalSteps, int stepsPerEpoch) =>
        _minimum + ((_rate - _minimum) * Math.Pow(1 - ((double)step / totalSteps), _power));
}
