namespace NetGen;

/// <summary>Trainable values that lie next to each other and are changed alike.</summary>
/// <param name="Start">The first value.</param>
/// <param name="Length">How many.</param>
/// <param name="RateFactor">What the learning rate is multiplied with.</param>
/// <param name="WeightDecay">What takes the place of the optimizer's weight decay; none where that holds.</param>
/// <param name="Missed">How many of the optimizer's steps the values did not take, because they were frozen.</param>
internal readonly record struct ParameterRun(int Start, int Length, float RateFactor, double? WeightDecay, long Missed)
{
    /// <summary>The place after the last value.</summary>
    public int End => Start + Length;

    /// <summary>Whether values with these settings may be changed together with another run's.</summary>
    public bool IsLike(in ParameterRun other) => RateFactor == other.RateFactor && WeightDecay == other.WeightDecay && Missed == other.Missed;
}
