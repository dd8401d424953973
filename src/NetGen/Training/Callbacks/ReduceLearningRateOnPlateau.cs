namespace NetGen;

/// <summary>Lowers the learning rate when a figure has not become better for some epochs: Keras's and PyTorch's <c>ReduceLROnPlateau</c>.</summary>
public sealed class ReduceLearningRateOnPlateau : MonitoringCallback
{
    /// <summary>Keras's and PyTorch's least difference.</summary>
    private const double DefaultMinDelta = 1e-4;

    /// <summary>With a <see cref="MonitoringCallback.MinDelta"/> of 1e-4.</summary>
    public ReduceLearningRateOnPlateau() => MinDelta = DefaultMinDelta;

    /// <summary>What the rate is multiplied with, from 0 up to, but without, 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double Factor
    {
        get;
        init => field = Check.UnderOne(value, nameof(Factor));
    } = 0.1;

    /// <summary>How many epochs without a better figure lower the rate, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is under 1.</exception>
    public int Patience
    {
        get;
        init => field = Check.AtLeastOne(value, nameof(Patience));
    } = 10;

    /// <summary>The lowest rate.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double MinRate
    {
        get;
        init => field = Check.NotNegative(value, nameof(MinRate));
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The trainer has a schedule, which sets the rate itself.</exception>
    public override void OnTrainBegin(TrainingState state)
    {
        base.OnTrainBegin(state);
        if (state.Trainer.Schedule is not null)
        {
            throw new InvalidOperationException($"expected no Trainer.Schedule beside {nameof(ReduceLearningRateOnPlateau)}: the schedule sets the rate at each step");
        }
    }

    private protected override void OnWaited(TrainingState state)
    {
        if (Waited >= Patience)
        {
            Waited = 0;
            float rate = state.Optimizer.LearningRate;
            state.Optimizer.LearningRate = Math.Min(rate, (float)Math.Max(rate * Factor, MinRate));
        }
    }
}
