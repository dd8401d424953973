namespace NetGen;

/// <summary>Adam with decoupled weight decay, as <c>torch.optim.AdamW</c>: each value shrinks by rate × WeightDecay of itself
/// before Adam's step. Loshchilov and Hutter 2019, algorithm 2.</summary>
public sealed class AdamW : Adam
{
    /// <summary>Starts with a learning rate, and PyTorch's weight decay of 0.01.</summary>
    /// <param name="learningRate">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
    public AdamW(float learningRate = 0.001f)
        : base(learningRate) => WeightDecay = 0.01;

    private protected override bool DecoupledDecay => true;
}
