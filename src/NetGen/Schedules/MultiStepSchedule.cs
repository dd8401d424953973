namespace NetGen;

/// <summary>The learning rate falls by a factor at some epochs: rate × gamma^(milestones so far), as <c>MultiStepLR</c> of PyTorch.</summary>
public sealed class MultiStepSchedule : LearningRateSchedule
{
    private readonly double _rate;
    private readonly int[] _milestones;
    private readonly double _gamma;

    /// <summary>Takes the start and when and how it falls.</summary>
    /// <param name="rate">The rate of the first epochs, 0 or more.</param>
    /// <param name="milestones">The epochs, from 0, at whose start it falls: at least 1, in rising order.</param>
    /// <param name="gamma">What it is multiplied by then, over 0.</param>
    /// <exception cref="ArgumentException">The milestones are not in rising order.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public MultiStepSchedule(double rate, IReadOnlyList<int> milestones, double gamma = 0.1)
    {
        ArgumentNullException.ThrowIfNull(milestones);
        _rate = Check.NotNegative(rate, nameof(rate));
        _milestones = [.. milestones];
        Milestones.Check([.. milestones.Select(m => (double)m)], nameof(milestones));
        _gamma = Check.Positive(gamma, nameof(gamma));
    }

    /// <inheritdoc/>
    protected override double Compute(long step, long totalSteps, int stepsPerEpoch)
    {
        long epoch = step / stepsPerEpoch;
        int passed = 0;
        while (passed < _milestones.Length && _milestones[passed] <= epoch)
        {
            passed++;
        }

        return _rate * Math.Pow(_gamma, passed);
    }
}
