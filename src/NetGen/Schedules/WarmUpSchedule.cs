namespace NetGen;

/// <summary>The learning rate rises linearly to the start of another schedule, which then runs over the steps that are left.</summary>
/// <remarks>Goyal et al. 2017, section 2.2 ("gradual warmup"); as PyTorch's <c>SequentialLR</c> of <c>LinearLR</c> and the other.</remarks>
public sealed class WarmUpSchedule : LearningRateSchedule
{
    private readonly LearningRateSchedule _then;
    private readonly double _epochs;
    private readonly double _startFactor;

    /// <summary>Takes the schedule and the length of the rise.</summary>
    /// <param name="then">What follows.</param>
    /// <param name="epochs">How long the rate rises, in epochs, over 0; parts of an epoch are allowed and rounded to steps.</param>
    /// <param name="startFactor">What the first rate is of the other schedule's first, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public WarmUpSchedule(LearningRateSchedule then, double epochs, double startFactor = 1.0 / 3.0)
    {
        ArgumentNullException.ThrowIfNull(then);
        _then = then;
        _epochs = Check.Positive(epochs, nameof(epochs));
        _startFactor = startFactor is >= 0 and <= 1
            ? startFactor
            : throw new ArgumentOutOfRangeException(nameof(startFactor), FormattableString.Invariant($"expected a number from 0 to 1, actual {startFactor}"));
    }

    /// <inheritdoc/>
    protected override double Compute(long step, long totalSteps, int stepsPerEpoch)
    {
        // At least one step is left for what follows, so that its first rate is defined.
        long rise = (long)Math.Min(Math.Round(_epochs * stepsPerEpoch), totalSteps - 1);
        long left = totalSteps - rise;
        return step < rise
            ? _then.Rate(0, left, stepsPerEpoch) * (_startFactor + ((1 - _startFactor) * step / rise))
            : _then.Rate(step - rise, left, stepsPerEpoch);
    }
}
