namespace NetGen;

/// <summary>Where a training is, for a <see cref="TrainingCallback"/>.</summary>
public sealed class TrainingState
{
    private readonly List<EpochResult> _history = [];

    internal TrainingState(Trainer trainer)
    {
        Trainer = trainer;
        Tally = new LossTally(trainer.Model);
    }

    /// <summary>What trains.</summary>
    public Trainer Trainer { get; }

    /// <summary>What is trained.</summary>
    public Model Model => Trainer.Model;

    /// <summary>How.</summary>
    public Optimizer Optimizer => Trainer.Optimizer;

    /// <summary>The epoch, from 1; 0 before the first.</summary>
    public int Epoch { get; internal set; }

    /// <summary>How many epochs there will be.</summary>
    public int Epochs => Trainer.Epochs;

    /// <summary>The steps taken, over all epochs.</summary>
    public long Step { get; internal set; }

    /// <summary>The steps there will be; 0 where a stream has no known length.</summary>
    public long TotalSteps { get; internal set; }

    /// <summary>What the last step found.</summary>
    public StepResult LastStep { get; internal set; }

    /// <summary>What each finished epoch came to, in order; of a training that goes on from a checkpoint, those before it as well.</summary>
    public IReadOnlyList<EpochResult> History => _history;

    /// <summary>Why a callback ended the training; <see langword="null"/> where none did.</summary>
    public string? StopReason { get; internal set; }

    internal LossTally Tally { get; }

    /// <summary>Batches of the epoch that were trained with.</summary>
    internal int Batch { get; set; }

    /// <summary>The time that the epoch had trained for when it was last written to a checkpoint.</summary>
    internal TimeSpan Elapsed { get; set; }

    /// <summary>Ends the training after the step or the epoch at hand. The first reason stays.</summary>
    /// <param name="reason">Why, for people.</param>
    public void Stop(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        StopReason ??= reason;
    }

    internal void Add(EpochResult epoch) => _history.Add(epoch);
}
