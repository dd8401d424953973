namespace NetGen;

/// <summary>What an <see cref="Ensemble"/> takes the mean of.</summary>
public enum EnsembleAverage
{
    /// <summary>The probabilities: each member's softmax first, then the mean.</summary>
    Probabilities,

    /// <summary>The logits, and then the softmax of their mean: the normalised geometric mean of the probabilities. A member that is very sure counts for more.</summary>
    Logits,
}
