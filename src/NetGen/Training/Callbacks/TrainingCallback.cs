namespace NetGen;

/// <summary>Is told of a training's course, on the training thread, and may use the model there: what Keras calls a callback.</summary>
/// <remarks>
/// Those of a <see cref="Trainer"/> are called in their order. What a callback throws ends the training. A callback that remembers something which later steps depend on overrides
/// <see cref="Capture"/> and <see cref="Restore"/>, so that a training that goes on from a checkpoint comes to the same bits.
/// </remarks>
public abstract class TrainingCallback
{
    /// <summary>What a checkpoint calls this callback: its class, unless several of a class are in one training.</summary>
    public string Name
    {
        get => field ?? GetType().Name;
        set
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            field = value;
        }
    }

    /// <summary>
    /// Whether, where several processes train together (<see cref="Trainer.World"/>), rank 0 alone calls it, as one that writes files or prints. The others are called on each, and must then do the same on each: what they
    /// are told is.
    /// </summary>
    public virtual bool RunsOnFirstRankOnly => false;

    /// <summary>The training begins, or goes on from a checkpoint.</summary>
    /// <param name="state">Where it is.</param>
    public virtual void OnTrainBegin(TrainingState state)
    {
    }

    /// <summary>A pass over the training set begins.</summary>
    /// <param name="state">Where the training is.</param>
    public virtual void OnEpochBegin(TrainingState state)
    {
    }

    /// <summary>A step was taken.</summary>
    /// <param name="state">Where the training is.</param>
    public virtual void OnStepEnd(TrainingState state)
    {
    }

    /// <summary>A pass over the training set has ended, and so has the validation after it.</summary>
    /// <param name="state">Where the training is; the last of <see cref="TrainingState.History"/> is what the epoch came to.</param>
    public virtual void OnEpochEnd(TrainingState state)
    {
    }

    /// <summary>The training has ended, by itself, by <see cref="TrainingState.Stop"/> or by cancellation. Not called where it ends by an exception.</summary>
    /// <param name="state">Where it is.</param>
    public virtual void OnTrainEnd(TrainingState state)
    {
    }

    /// <summary>Writes down what the callback remembers, for a checkpoint.</summary>
    /// <param name="memory">Where to.</param>
    public virtual void Capture(CallbackMemory memory)
    {
    }

    /// <summary>Takes over what <see cref="Capture"/> wrote.</summary>
    /// <param name="memory">Where from.</param>
    public virtual void Restore(CallbackMemory memory)
    {
    }
}
