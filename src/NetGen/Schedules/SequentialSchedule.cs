namespace NetGen;

/// <summary>Several schedules one after the other, each of which begins at its own first step: as <c>SequentialLR</c> of PyTorch.</summary>
/// <remarks>A schedule over a whole training, such as a cosine, runs from one milestone to the next, the last one to the end.</remarks>
public sealed class SequentialSchedule : LearningRateSchedule
{
    private readonly LearningRateSchedule[] _schedules;
    private readonly double[] _milestones;

    /// <summary>Takes the schedules and where one follows another.</summary>
    /// <param name="schedules">At least one.</param>
    /// <param name="milestones">For each but the first, the epoch at whose start it begins, over 0 and in rising order; parts of an epoch are allowed and rounded to
    /// steps. What begins after the end of the training does not come.</param>
    /// <exception cref="ArgumentException">There is no schedule, or one is null; or the milestones are not one fewer, not over 0 or not in rising order.</exception>
    public SequentialSchedule(IReadOnlyList<LearningRateSchedule> schedules, IReadOnlyList<double> milestones)
    {
        ArgumentNullException.ThrowIfNull(schedules);
        ArgumentNullException.ThrowIfNull(milestones);
        _schedules = [.. schedules];
        _milestones = [.. milestones];
        if (_schedules.Length == 0 || _schedules.Contains(null))
        {
            throw new ArgumentException("expected at least one schedule and none that is null", nameof(schedules));
        }

        if (_milestones.Length != _schedules.Length - 1)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"expected {_schedules.Length - 1} milestones for {_schedules.Length} schedules, actual {_milestones.Length}"), nameof(milestones));
        }

        Milestones.Check(_milestones, nameof(milestones));
    }

    /// <inheritdoc/>
    protected override double Compute(long step, long totalSteps, int stepsPerEpoch)
    {
        int index = _milestones.Length;
        while (index > 0 && step < Start(index, stepsPerEpoch))
        {
            index--;
        }

        long start = Start(index, stepsPerEpoch);
        long end = index < _milestones.Length ? Start(index + 1, stepsPerEpoch) : totalSteps;
        return _schedules[index].Rate(step - start, end - start, stepsPerEpoch);
    }

    /// <summary>The step at which a schedule begins; one that is too far for a number of steps is not reached.</summary>
    private long Start(int index, int stepsPerEpoch) => index == 0 ? 0 : (long)Math.Min(Math.Round(_milestones[index - 1] * stepsPerEpoch), 1L << 62);
}
