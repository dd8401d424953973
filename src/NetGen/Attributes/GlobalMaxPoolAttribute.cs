namespace NetGen;

/// <summary>Every channel's largest value: (C, H, W) to the feature vector (C); of a sequence the largest over its steps, (T, F) to (F). PyTorch's <c>AdaptiveMaxPool2d(1)</c>.</summary>
public sealed class GlobalMaxPoolAttribute : LayerAttribute
{
    /// <summary>
    /// The name of an input of one value, the number of steps that each sequence has, from 1 to T; without it each has T. The largest value is that among a sequence's own steps, what the steps behind them hold is not read, and their
    /// gradient is 0. Of an image it is refused. In PyTorch <c>masked_fill</c> with −∞ behind the ends and <c>amax</c>, where the first of equal values has the gradient.
    /// </summary>
    /// <remarks>
    /// <c>[Input(20, 8)] [Input(1, Name = "lengths")] [GlobalMaxPool(Lengths = "lengths")]</c> takes samples of 161 values: the steps, and behind them how many of them count. Predictions and training steps refuse
    /// other numbers with an <see cref="ArgumentOutOfRangeException"/>.
    /// </remarks>
    public string? Lengths { get; set; }
}
