namespace NetGen;

/// <summary>
/// Euclidean radial basis functions: (F) to (units), y_i = −Σ_j (x_j − w_ij)², the negative squared distance to each unit's centre. PyTorch: <c>-torch.cdist(x, w) ** 2</c>.
/// </summary>
/// <remarks>
/// The output layer of LeNet-5 (LeCun et al. 1998, "Gradient-Based Learning Applied to Document Recognition", section II.B, equation 7)
/// with its sign turned: there the output is a penalty and the smallest wins, here the largest does, as losses and accuracies expect.
/// With <see cref="SoftmaxCrossEntropyAttribute"/> after it, the loss is the paper's maximum a posteriori criterion, equation 9, in the
/// limit of an infinite constant j, without a penalty for the rubbish class. The parameter <c>weight</c>, (units, F), holds the centres. It
/// starts as random codes of 1 and −1; the paper draws small pictures of the characters with those values. There is no bias.
/// An image needs a <see cref="FlattenAttribute"/> or a <see cref="GlobalAvgPoolAttribute"/> before it.
/// </remarks>
/// <param name="units">The outputs. From 1 to 16,777,216.</param>
public sealed class RadialBasisAttribute(int units) : LayerAttribute
{
    /// <summary>The outputs. From 1 to 16,777,216.</summary>
    public int Units { get; } = units;

    /// <summary>Whether training moves the centres. Fixed ones, as in the paper, are a buffer, which is saved but not counted.</summary>
    public bool Trainable { get; set; } = true;
}
