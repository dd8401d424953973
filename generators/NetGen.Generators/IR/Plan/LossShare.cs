namespace NetGen.Generators.IR;

/// <summary>What a loss counts for in training.</summary>
/// <param name="Weight">What it and its gradient are multiplied with.</param>
/// <param name="Counts">Whether predictions and hits are counted: once a step, by the model's own loss.</param>
internal sealed record LossShare(float Weight, bool Counts)
{
    /// <summary>The model's own loss.</summary>
    public static readonly LossShare Main = new(1, Counts: true);

    /// <summary>The loss of a further output.</summary>
    public static LossShare Head(float weight) => new(weight, Counts: false);
}
