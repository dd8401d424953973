namespace NetGen;

/// <summary>The learning rate goes along a straight line from one number toward another over the whole training: start + (end - start) × step / total,
/// as <c>LinearLR</c> of PyTorch with total_iters = total steps.</summary>
/// <remarks>The last step is one before the end. For a line over a part of a training, see <see cref="SequentialSchedule"/>.</remarks>
public sealed class LinearSchedule : LearningRateSchedule
{
    private readonly double _start;
    private readonly double _end;

    /// <summary>Takes both ends.</summary>
    /// <param name="start">The rate at the first step, 0 or more.</param>
    /// <param name="end">What it goes toward, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public LinearSchedule(double start, double end)
    {
        _start = Check.NotNegative(start, nameof(start));
        _end = Check.NotNegative(end, nameof(end));
    }

    /// <inheritdoc/>
    protected override double Compute(long step, long totalSteps, int stepsPerEpoch) => _start + ((_end - _start) * ((double)step / totalSteps));
}
