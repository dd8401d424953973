using NetGen;

namespace CifarAblation;

/// <summary>Ten convolutions, three of them with a stride instead of pooling, and a dense layer.</summary>
[Input(3, 32, 32)]
[Conv(64, 1)] [ReLU]
[Conv(64, 3, Pad = 1)] [ReLU]
[Conv(64, 3, Pad = 1)] [ReLU]
[Conv(64, 3, Stride = 2)] [ReLU]
[Conv(128, 3, Pad = 1)] [ReLU]
[Conv(128, 3, Pad = 1)] [ReLU]
[Conv(128, 3, Stride = 2)] [ReLU]
[Conv(256, 3, Pad = 1)] [ReLU]
[Conv(256, 3, Pad = 1)] [ReLU]
[Conv(256, 3, Stride = 2)] [ReLU]
[Flatten]
[Dense(10)]
[SoftmaxCrossEntropy]
public sealed partial class Baseline;

/// <summary>The baseline with a batch norm before each ReLU.</summary>
[Input(3, 32, 32)]
[Conv(64, 1)] [BatchNorm] [ReLU]
[Conv(64, 3, Pad = 1)] [BatchNorm] [ReLU]
[Conv(64, 3, Pad = 1)] [BatchNorm] [ReLU]
[Conv(64, 3, Stride = 2)] [BatchNorm] [ReLU]
[Conv(128, 3, Pad = 1)] [BatchNorm] [ReLU]
[Conv(128, 3, Pad = 1)] [BatchNorm] [ReLU]
[Conv(128, 3, Stride = 2)] [BatchNorm] [ReLU]
[Conv(256, 3, Pad = 1)] [BatchNorm] [ReLU]
[Conv(256, 3, Pad = 1)] [BatchNorm] [ReLU]
[Conv(256, 3, Stride = 2)] [BatchNorm] [ReLU]
[Flatten]
[Dense(10)]
[SoftmaxCrossEntropy]
public sealed partial class WithBatchNorm;

/// <summary>Two convolutions of each stage as a residual block. It keeps the channels, so a stage widens by its strided convolution.</summary>
[Input(3, 32, 32)]
[Conv(64, 1)] [BatchNorm] [ReLU]
[ResBlock]
[Conv(64, 3, Stride = 2)] [BatchNorm] [ReLU]
[ResBlock]
[Conv(128, 3, Stride = 2)] [BatchNorm] [ReLU]
[ResBlock]
[Conv(256, 3, Stride = 2)] [BatchNorm] [ReLU]
[Flatten]
[Dense(10)]
[SoftmaxCrossEntropy]
public sealed partial class WithResBlocks;

/// <summary>With each channel's mean instead of all its pixels before the dense layer.</summary>
[Input(3, 32, 32)]
[Conv(64, 1)] [BatchNorm] [ReLU]
[ResBlock]
[Conv(64, 3, Stride = 2)] [BatchNorm] [ReLU]
[ResBlock]
[Conv(128, 3, Stride = 2)] [BatchNorm] [ReLU]
[ResBlock]
[Conv(256, 3, Stride = 2)] [BatchNorm] [ReLU]
[GlobalAvgPool]
[Dense(10)]
[SoftmaxCrossEntropy]
public sealed partial class WithGlobalAvgPool;

/// <summary>With dropout after the strided convolutions.</summary>
[Input(3, 32, 32)]
[Conv(64, 1)] [BatchNorm] [ReLU]
[ResBlock]
[Conv(64, 3, Stride = 2)] [BatchNorm] [ReLU] [Dropout(0.2f)]
[ResBlock]
[Conv(128, 3, Stride = 2)] [BatchNorm] [ReLU] [Dropout(0.2f)]
[ResBlock]
[Conv(256, 3, Stride = 2)] [BatchNorm] [ReLU] [Dropout(0.2f)]
[GlobalAvgPool]
[Dense(10)]
[SoftmaxCrossEntropy]
public sealed partial class WithDropout;
