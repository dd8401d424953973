using NetGen.Generators.IR;

namespace NetGen.Generators.Planning;

/// <summary>What an algorithm is asked for.</summary>
/// <param name="Node">The layer.</param>
/// <param name="Training">Whether for a training step, with gradients; otherwise for a prediction.</param>
/// <param name="SharesParameters">Whether other layers read the same parameters.</param>
/// <param name="Images">Images that a call of a training step sees.</param>
internal readonly record struct AlgorithmRequest(ShapedNode Node, bool Training, bool SharesParameters, int Images)
{
    /// <summary>Whether the gradients are those of what a prediction computes: by running statistics, without dropout.</summary>
    public bool Explains { get; init; }
}

/// <summary>
/// One of several ways to compute a layer: whether it fits, what it costs, and as any lowering, which borders it needs and how it lowers. It is chosen
/// before memory is laid out, since borders and packed weights are its own.
/// </summary>
internal abstract class Algorithm : OpLowering
{
    /// <summary>Whether it can compute the layer.</summary>
    public abstract bool Fits(AlgorithmRequest request);

    /// <summary>Multiplications that its kernels are worth for one image: those of the layer, over the share of the registers that its tiles fill.</summary>
    public virtual double Cost(AlgorithmRequest request) => request.Node.Macs;
}
