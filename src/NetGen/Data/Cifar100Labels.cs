namespace NetGen;

/// <summary>Which of CIFAR-100's two labels a sample has.</summary>
public enum Cifar100Labels
{
    /// <summary>One of 100 classes, <see cref="Cifar100.FineClassNames"/>.</summary>
    Fine,

    /// <summary>One of 20 classes of five fine ones each, <see cref="Cifar100.CoarseClassNames"/>.</summary>
    Coarse,
}
