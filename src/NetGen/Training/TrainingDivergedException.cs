namespace NetGen;

/// <summary>The training loss became infinite or not a number, mostly because the learning rate is too large.</summary>
public sealed class TrainingDivergedException : Exception
{
    /// <summary>Says where.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="step">The step, from 1, over all epochs.</param>
    /// <param name="learningRate">Its learning rate.</param>
    /// <param name="ranks">Of several processes, those whose own samples had that loss.</param>
    public TrainingDivergedException(double loss, int epoch, long step, float learningRate, string? ranks = null)
        : base(FormattableString.Invariant(
                $"The training diverged: expected a finite loss, actual {loss} in epoch {epoch}, step {step}, at learning rate {learningRate}{(string.IsNullOrEmpty(ranks) ? "" : $", on rank {ranks}")}.")
            + " A smaller rate or a warm-up may help; so may inputs of mean 0 and deviation 1.")
    {
        Loss = loss;
        Epoch = epoch;
        Step = step;
        LearningRate = learningRate;
    }

    /// <summary>The loss.</summary>
    public double Loss { get; }

    /// <summary>The epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>The step, from 1, over all epochs.</summary>
    public long Step { get; }

    /// <summary>Its learning rate.</summary>
    public float LearningRate { get; }
}
