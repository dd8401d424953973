using NetGen;

namespace Digits;

/// <summary>The deep network for handwritten digits: three pairs of 3×3 convolutions, each closed by a pool, then two dense layers.</summary>
[Input(1, 28, 28)]
[Conv(16, 3, Pad = 1)] [ReLU]
[Conv(16, 3, Pad = 1)] [ReLU]
[MaxPool(2)]
[Conv(32, 3, Pad = 1)] [ReLU]
[Conv(32, 3, Pad = 2)] [ReLU] // 14 → 16, so that two more halvings leave 4
[MaxPool(2)]
[Conv(64, 3, Pad = 1)] [ReLU]
[Conv(64, 3, Pad = 1)] [ReLU]
[MaxPool(2)]
[Flatten]
[Dense(50)] [ReLU] [Dropout(0.5f)]
[Dense(10)] [Dropout(0.5f)]
[SoftmaxCrossEntropy]
public sealed partial class DeepConvNet;
