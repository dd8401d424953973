namespace NetGen;

/// <summary>The learning rate falls along half a cosine, again and again, each time for longer: as <c>CosineAnnealingWarmRestarts</c> of PyTorch,
/// step by step.</summary>
/// <remarks>Loshchilov and Hutter 2017, section 3, equation 5 (SGDR).</remarks>
public sealed class CosineRestartsSchedule : LearningRateSchedule
{
    private readonly double _rate;
    private readonly int _epochs;
    private readonly int _factor;
    private readonly double _minimum;

    /// <summary>Takes both ends and how long a fall lasts.</summary>
    /// <param name="rate">The rate at the first step and after each restart, 0 or more.</param>
    /// <param name="epochs">How many epochs the first fall lasts (T_0), at least 1.</param>
    /// <param name="factor">How many times as long as the last one each further fall lasts (T_mult), at least 1.</param>
    /// <param name="minimum">What the rate falls toward, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public CosineRestartsSchedule(double rate, int epochs, int factor = 1, double minimum = 0)
    {
        _rate = Check.NotNegative(rate, nameof(rate));
        _epochs = Check.AtLeastOne(epochs, nameof(epochs));
        _factor = Check.AtLeastOne(factor, nameof(factor));
        _minimum = Check.NotNegative(minimum, nameof(minimum));
    }

    /// <inheritdoc/>
    protected override double Compute(long step, long totalSteps, int stepsPerEpoch)
    {
        Int128 length = (Int128)_epochs * stepsPerEpoch;
        Int128 since = step;
        if (_factor == 1)
        {
            since %= length;
        }

        while (since >= length)
        {
            since -= length;
            length *= _factor;
        }

        return HalfCosine(_rate, _minimum, (double)since / (double)length);
    }
}
