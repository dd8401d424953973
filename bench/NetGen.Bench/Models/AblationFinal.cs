namespace NetGen.Bench.Models;

/// <summary>Strided convolutions with batch norm and dropout, and residual blocks between them: <c>ablation-final</c> of the peers.</summary>
[Input(3, 32, 32)]
[Conv(64, 1)] [BatchNorm] [ReLU]
[NormBeforeAdd]
[Conv(64, 3, Stride = 2)] [BatchNorm] [ReLU] [Dropout(0.2f)]
[NormBeforeAdd]
[Conv(128, 3, Stride = 2)] [BatchNorm] [ReLU] [Dropout(0.2f)]
[NormBeforeAdd]
[Conv(256, 3, Stride = 2)] [BatchNorm] [ReLU] [Dropout(0.2f)]
[GlobalAvgPool]
[Dense(10)]
[SoftmaxCrossEntropy]
public sealed partial class AblationFinal;

/// <summary>
/// A residual block of two convolutions with bias, whose second batch norm comes before the input is added (<see cref="ResBlockAttribute"/> has it behind).
/// The shape stays.
/// </summary>
[Layers("""
    [Tag("input")]
    [Conv(C, 3, Pad = 1)] [BatchNorm] [ReLU]
    [Conv(C, 3, Pad = 1)] [BatchNorm]
    [Add("input")] [ReLU]
    """)]
public sealed class NormBeforeAddAttribute : BlockAttribute;
