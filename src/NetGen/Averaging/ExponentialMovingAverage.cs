namespace NetGen;

/// <summary>An average in which what lies back counts less and less: average += (1 - decay) × (value - average).</summary>
/// <remarks>In the form of TensorFlow's <c>ExponentialMovingAverage</c>. To use: <c>Update(model.Parameters)</c> after each step, and
/// <c>using (average.Apply(model.Parameters)) { … }</c> around what is to be done with the averaged parameters.</remarks>
public sealed class ExponentialMovingAverage : ParameterAverage
{
    /// <summary>Starts without an average.</summary>
    /// <param name="decay">How much of the average is kept at an update, 0 to under 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The decay is out of range.</exception>
    public ExponentialMovingAverage(double decay = 0.999) => Decay = Check.UnderOne(decay, nameof(decay));

    /// <summary>How much of the average is kept at an update.</summary>
    public double Decay { get; }

    /// <summary>
    /// Whether less is kept at first, so that the average is not long held by where the training began: min(decay, (1 + n) / (10 + n)) after n updates, as
    /// TensorFlow does with <c>num_updates</c>.
    /// </summary>
    public bool WarmUp { get; init; }

    private protected override string Kind => "ema";

    private protected override double Share(long updates) => 1 - (WarmUp ? Math.Min(Decay, (1.0 + updates) / (10.0 + updates)) : Decay);
}
