namespace NetGen;

/// <summary>An average in which all updates count the same, as PyTorch's <c>AveragedModel</c>: average += (value - average) / (updates + 1).</summary>
/// <remarks>Stochastic weight averaging: Izmailov et al. 2018, algorithm 1. Update it after each epoch of the training's last part. The running
/// statistics of batch norms are those of the last update, not of the averaged network: <see cref="Trainer.RecomputeBatchNorm(Dataset, CancellationToken)"/> after
/// <see cref="ParameterAverage.CopyTo"/> finds them anew.</remarks>
public sealed class WeightAverage : ParameterAverage
{
    private protected override string Kind => "swa";

    private protected override double Share(long updates) => 1 / (updates + 1.0);
}
