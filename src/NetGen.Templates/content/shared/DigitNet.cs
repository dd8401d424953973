using NetGen;

namespace NetGenApp._1;

/// <summary>The network: a (1, 28, 28) image in, a score for each digit out. Change a size, and the compiler says at once what no longer fits.</summary>
[Input(1, 28, 28)]
[Conv(8, 3, Pad = 1)] [ReLU]
[MaxPool(2)]
[Conv(16, 3, Pad = 1)] [ReLU]
[MaxPool(2)]
[Flatten]
[Dense(64)] [ReLU]
[Dense(10)]
[SoftmaxCrossEntropy]
public sealed partial class DigitNet;
