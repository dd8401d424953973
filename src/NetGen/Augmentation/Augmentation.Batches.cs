namespace NetGen;

/// <content>Mixing the samples of a batch.</content>
public static partial class Augmentation
{
    /// <summary>
    /// Mixes every sample with another of the batch: x = λ·x₁ + (1 - λ)·x₂, and targets alike, with one λ a batch from Beta(α, α) (Zhang et al. 2018, "mixup: Beyond
    /// Empirical Risk Minimization", section 2).
    /// </summary>
    /// <param name="alpha">α, finite and over 0; 0.2 to 0.4 in the paper's ImageNet experiments, 1 for CIFAR. Small ones hardly mix.</param>
    /// <returns>
    /// The transform. The partners are a random permutation of the batch, which may leave a sample with itself (torchvision takes the neighbour). It refuses a
    /// sample count under 1 and lengths that are no multiple of it.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is out of range.</exception>
    public static BatchTransform Mixup(float alpha = 1) => new Mixup(Check.Positive(alpha, nameof(alpha))).Apply;

    /// <summary>
    /// Puts a rectangle of another image of the batch into each, at the same place (Yun et al. 2019, "CutMix: Regularization Strategy to Train Strong Classifiers
    /// with Localizable Features", section 3). The rectangle has a share of 1 - λ of the area, λ from Beta(α, α), and its centre anywhere; what of it lies outside is
    /// cut off. Targets are mixed by the share of pixels that are really replaced.
    /// </summary>
    /// <param name="shape">Channels, height, width.</param>
    /// <param name="alpha">α, finite and over 0; 1 in the paper.</param>
    /// <returns>
    /// The transform. The rectangle is one for the batch, and the partners are a random permutation of it, which may leave a sample with itself (torchvision takes the
    /// neighbour). It refuses a sample count under 1 and images of another size.
    /// </returns>
    /// <exception cref="ArgumentException">An argument is out of range.</exception>
    public static BatchTransform CutMix(IReadOnlyList<int> shape, float alpha = 1) => new CutMix(ImageShape.Of(shape), Check.Positive(alpha, nameof(alpha))).Apply;
}
