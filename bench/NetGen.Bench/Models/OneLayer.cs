namespace NetGen.Bench.Models;

// Models of one heavy layer, which measure its kernels by way of the public interface.

/// <summary>A 3×3 convolution in the middle of a residual network.</summary>
[Input(64, 32, 32)]
[Conv(64, 3, Pad = 1)]
[MeanSquaredError]
public sealed partial class Conv3x3Of64;

/// <summary>The same without Winograd's minimal filtering.</summary>
[Input(64, 32, 32)]
[Conv(64, 3, Pad = 1, Algorithm = ConvAlgorithm.Direct)]
[MeanSquaredError]
public sealed partial class DirectConv3x3Of64;

/// <summary>The same with more channels and fewer pixels.</summary>
[Input(128, 16, 16)]
[Conv(128, 3, Pad = 1)]
[MeanSquaredError]
public sealed partial class Conv3x3Of128;

/// <summary>A 1×1 convolution, which is a matrix product over the pixels.</summary>
[Input(64, 32, 32)]
[Conv(64, 1)]
[MeanSquaredError]
public sealed partial class Conv1x1Of64;

/// <summary>Few channels, as at the entry of a network for digits.</summary>
[Input(16, 28, 28)]
[Conv(16, 3, Pad = 1)]
[MeanSquaredError]
public sealed partial class Conv3x3Of16;

/// <summary>A dense layer.</summary>
[Input(1024)]
[Dense(1024)]
[MeanSquaredError]
public sealed partial class Dense1024;
