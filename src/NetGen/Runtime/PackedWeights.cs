namespace NetGen.Runtime;

/// <summary>Weights in the order kernels read them, as of one version of the parameters.</summary>
internal sealed class PackedWeights(long size)
{
    public AlignedMemory Memory { get; } = new(size);

    /// <summary>The version of the parameters that was packed.</summary>
    public int Version { get; set; } = -1;

    /// <summary>Whether a predictor of the user's holds them, so that they may not change any more.</summary>
    public bool HandedOut { get; set; }
}
