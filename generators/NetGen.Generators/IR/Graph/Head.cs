namespace NetGen.Generators.IR;

/// <summary>An output besides the model's own that has a loss.</summary>
/// <param name="Output">Its name.</param>
/// <param name="Weight">What its loss is multiplied with.</param>
/// <param name="Loss">Its loss, which reads the value.</param>
/// <param name="Layer">The index of its own attribute; the loss may point at another.</param>
internal sealed record Head(string Output, float Weight, Node Loss, int Layer)
{
    /// <summary>Whether a loss of its own is written after it; otherwise it has one like the model's.</summary>
    public bool HasOwnLoss { get; init; }

    /// <summary>Whether it has targets of its own, so that predictions compute it; otherwise it trains on the model's, in training only.</summary>
    public bool HasTargets { get; init; }
}
