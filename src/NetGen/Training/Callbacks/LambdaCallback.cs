namespace NetGen;

/// <summary>A <see cref="TrainingCallback"/> of functions, for one that is needed once.</summary>
public sealed class LambdaCallback : TrainingCallback
{
    /// <summary>What <see cref="RunsOnFirstRankOnly"/> is, for functions that write or print.</summary>
    public bool FirstRankOnly { get; init; }

    /// <inheritdoc/>
    public override bool RunsOnFirstRankOnly => FirstRankOnly;

    /// <summary>Called when a training begins.</summary>
    public Action<TrainingState>? TrainBegin { get; init; }

    /// <summary>Called when an epoch begins.</summary>
    public Action<TrainingState>? EpochBegin { get; init; }

    /// <summary>Called after each step.</summary>
    public Action<TrainingState>? StepEnd { get; init; }

    /// <summary>Called when an epoch has ended.</summary>
    public Action<TrainingState>? EpochEnd { get; init; }

    /// <summary>Called when the training has ended.</summary>
    public Action<TrainingState>? TrainEnd { get; init; }

    /// <inheritdoc/>
    public override void OnTrainBegin(TrainingState state) => TrainBegin?.Invoke(state);

    /// <inheritdoc/>
    public override void OnEpochBegin(TrainingState state) => EpochBegin?.Invoke(state);

    /// <inheritdoc/>
    public override void OnStepEnd(TrainingState state) => StepEnd?.Invoke(state);

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingState state) => EpochEnd?.Invoke(state);

    /// <inheritdoc/>
    public override void OnTrainEnd(TrainingState state) => TrainEnd?.Invoke(state);
}
