namespace NetGen;

/// <summary>Every channel's mean: (C, H, W) to the feature vector (C); of a sequence the mean over its steps, (T, F) to (F).</summary>
/// <remarks>y꜀ = Σ x꜀ / (H · W) (Lin et al. 2013, section 3.2). PyTorch: <c>nn.AdaptiveAvgPool2d(1)</c> followed by <c>nn.Flatten()</c>.</remarks>
public sealed class GlobalAvgPoolAttribute : LayerAttribute
{
    /// <summary>
    /// The name of an input of one value, the number of steps that each sequence has, from 1 to T; without it each has T. The mean is that of a sequence's own steps, what the steps behind them hold is not read, and their
    /// gradient is 0. Of an image it is refused. Keras's <c>GlobalAveragePooling1D</c> with a mask; in PyTorch a masked sum divided by the lengths.
    /// </summary>
    /// <remarks>
    /// <c>[Input(20, 8)] [Input(1, Name = "lengths")] [GlobalAvgPool(Lengths = "lengths")]</c> takes samples of 161 values: the steps, and behind them how many of them count. Predictions and training steps refuse
    /// other numbers with an <see cref="ArgumentOutOfRangeException"/>.
    /// </remarks>
    public string? Lengths { get; set; }
}
