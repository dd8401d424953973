namespace NetGen;

/// <summary>The learning rate as a function of the step.</summary>
public abstract class LearningRateSchedule
{
    /// <summary>The rate for one step.</summary>
    /// <param name="step">The step that is about to be taken, from 0; a later one than the last has the last's rate.</param>
    /// <param name="totalSteps">The steps of the whole training.</param>
    /// <param name="stepsPerEpoch">The steps of one pass over the training set.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is negative, or one of the others is under 1.</exception>
    public float Rate(long step, long totalSteps, int stepsPerEpoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        ArgumentOutOfRangeException.ThrowIfLessThan(totalSteps, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsPerEpoch, 1);
        return (float)Compute(long.Min(step, totalSteps - 1), totalSteps, stepsPerEpoch);
    }

    /// <summary>The formula.</summary>
    /// <param name="step">From 0 to under <paramref name="totalSteps"/>.</param>
    /// <param name="totalSteps">At least 1.</param>
    /// <param name="stepsPerEpoch">At least 1.</param>
    /// <returns>The rate.</returns>
    protected abstract double Compute(long step, long totalSteps, int stepsPerEpoch);

    /// <summary>Half a cosine from one number to another.</summary>
    /// <param name="from">At 0.</param>
    /// <param name="to">At 1.</param>
    /// <param name="part">From 0 to 1.</param>
    private protected static double HalfCosine(double from, double to, double part) => to + ((from - to) / 2 * (1 + Math.Cos(Math.PI * part)));
}
