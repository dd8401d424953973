namespace NetGen;

/// <summary>The learning rate rises along half a cosine to its largest, then falls along another to almost nothing, as
/// <c>OneCycleLR</c> of PyTorch with its two cosine phases. The momentum stays as it is.</summary>
/// <remarks>Smith and Topin 2018, section 3.</remarks>
public sealed class OneCycleSchedule : LearningRateSchedule
{
    private readonly double _largest;
    private readonly double _rise;
    private readonly double _initial;
    private readonly double _last;

    /// <summary>Takes the largest rate and the form.</summary>
    /// <param name="largest">The largest rate, 0 or more.</param>
    /// <param name="rise">The share of the steps that rise, from 0 to 1.</param>
    /// <param name="initialDivisor">The first rate is the largest over this, over 0.</param>
    /// <param name="finalDivisor">The last rate is the first over this, over 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public OneCycleSchedule(double largest, double rise = 0.3, double initialDivisor = 25, double finalDivisor = 1e4)
    {
        _largest = Check.NotNegative(largest, nameof(largest));
        _rise = rise is >= 0 and <= 1
            ? rise
            : throw new ArgumentOutOfRangeException(nameof(rise), FormattableString.Invariant($"expected a number from 0 to 1, actual {rise}"));
        _initial = _largest / Check.Positive(initialDivisor, nameof(initialDivisor));
        _last = _initial / Check.Positive(finalDivisor, nameof(finalDivisor));
    }

    /// <inheritdoc/>
    protected override double Compute(long step, long totalSteps, int stepsPerEpoch)
    {
        double top = (_rise * totalSteps) - 1;
        if (step <= top)
        {
            return HalfCosine(_initial, _largest, top > 0 ? step / top : 1);
        }

        double end = totalSteps - 1;
        return HalfCosine(_largest, _last, end > top ? (step - top) / (end - top) : 1);
    }
}
