namespace NetGen.Generators.IR;

/// <summary>What a loss counts for in training.</summary>
/// <param name="Weight">What its gradient is multiplied with, and itself where it is added to the model's own.</param>
/// <param name="Counts">Whether it has totals of its own, to which predictions and hits are counted: once a step for the model's own loss, and for each output with targets of its own.</param>
internal sealed record LossShare(float Weight, bool Counts)
{
    /// <summary>The model's own loss.</summary>
    public static readonly LossShare Main = new(1, Counts: true);

    /// <summary>Whether samples may count differently.</summary>
    public bool Weighs { get; init; }

    /// <summary>What the loss is multiplied with on its way to the totals: totals of its own have it as it is.</summary>
    public float WeightOfTotals => Counts ? 1 : Weight;

    /// <summary>What the mean divides by: the images of the batch, or what its samples count for together.</summary>
    public Port Batch => Weighs ? Port.SampleCount : Port.StepCount;

    /// <summary>The loss of a further output.</summary>
    public static LossShare Head(float weight) => new(weight, Counts: false);

    /// <summary>The ports of a loss, with what samples count for behind them.</summary>
    public Port[] With(params Port[] ports) => Weighs ? [.. ports, Port.SampleWeights] : ports;
}
