namespace NetGen;

/// <summary>The learning rate falls by a factor every few epochs: rate × gamma^⌊epoch / size⌋, as <c>StepLR</c> of PyTorch.</summary>
public sealed class StepSchedule : LearningRateSchedule
{
    private readonly double _rate;
    private readonly int _epochs;
    private readonly double _gamma;

    /// <summary>Takes the start and how it falls.</summary>
    /// <param name="rate">The rate of the first epochs, 0 or more.</param>
    /// <param name="epochs">After how many epochs it falls each time, at least 1.</param>
    /// <param name="gamma">What it is multiplied by then, over 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public StepSchedule(double rate, int epochs, double gamma = 0.1)
    {
        _rate = Check.NotNegative(rate, nameof(rate));
        _epochs = Check.AtLeastOne(epochs, nameof(epochs));
        _gamma = Check.Positive(gamma, nameof(gamma));
    }

    /// <inheritdoc/>
    protected override double Compute(long step, long totalSteps, int stepsPerEpoch) => _rate * Math.Pow(_gamma, step / stepsPerEpoch / _epochs);
}
