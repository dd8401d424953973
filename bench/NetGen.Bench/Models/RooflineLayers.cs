namespace NetGen.Bench.Models;

// Models of one layer without a loss, so that their forward and backward passes can be timed by themselves. None has a bias: its gradient is one more way through the output's
// gradient, which comes from memory here, but in networks from a cache, since an activation was there just before.

/// <summary>3×3, few channels and many pixels.</summary>
[Input(64, 56, 56)] [Conv(64, 3, Pad = 1, Algorithm = ConvAlgorithm.Direct, Bias = false)]
public sealed partial class Direct64;

/// <summary>The same by F(2×2).</summary>
[Input(64, 56, 56)] [Conv(64, 3, Pad = 1, Algorithm = ConvAlgorithm.Winograd2, Bias = false)]
public sealed partial class WinogradTwo64;

/// <summary>The same by F(4×4).</summary>
[Input(64, 56, 56)] [Conv(64, 3, Pad = 1, Algorithm = ConvAlgorithm.Winograd4, Bias = false)]
public sealed partial class WinogradFour64;

/// <summary>3×3, many channels and few pixels.</summary>
[Input(256, 14, 14)] [Conv(256, 3, Pad = 1, Algorithm = ConvAlgorithm.Direct, Bias = false)]
public sealed partial class Direct256;

/// <summary>The same by F(2×2).</summary>
[Input(256, 14, 14)] [Conv(256, 3, Pad = 1, Algorithm = ConvAlgorithm.Winograd2, Bias = false)]
public sealed partial class WinogradTwo256;

/// <summary>The same by F(4×4).</summary>
[Input(256, 14, 14)] [Conv(256, 3, Pad = 1, Algorithm = ConvAlgorithm.Winograd4, Bias = false)]
public sealed partial class WinogradFour256;

/// <summary>1×1, many pixels.</summary>
[Input(64, 56, 56)] [Conv(64, 1, Bias = false)]
public sealed partial class Pointwise64;

/// <summary>1×1, many channels.</summary>
[Input(256, 14, 14)] [Conv(256, 1, Bias = false)]
public sealed partial class Pointwise256;

/// <summary>3×3 with a stride.</summary>
[Input(64, 56, 56)] [Conv(64, 3, Stride = 2, Pad = 1, Bias = false)]
public sealed partial class Strided64;

/// <summary>The first layer of a ResNet.</summary>
[Input(3, 224, 224)] [Conv(64, 7, Stride = 2, Pad = 3, Bias = false)]
public sealed partial class Stem7x7;

/// <summary>The first layer of AlexNet.</summary>
[Input(3, 224, 224)] [Conv(64, 11, Stride = 4, Pad = 2, Bias = false)]
public sealed partial class Stem11x11;

/// <summary>3×3, each channel by itself; four of them, since one takes less than the way of images in and out.</summary>
[Input(64, 56, 56)] [DepthwiseConv(3, Pad = 1, Repeat = 4, Bias = false)]
public sealed partial class Depthwise64;

/// <summary>3×3, in groups of 16 channels.</summary>
[Input(64, 56, 56)] [Conv(64, 3, Pad = 1, Groups = 4, Bias = false)]
public sealed partial class Grouped64;

/// <summary>4×4, to twice the sides.</summary>
[Input(64, 28, 28)] [ConvTranspose(64, 4, Stride = 2, Pad = 1, Bias = false)]
public sealed partial class Transposed64;

/// <summary>The pool of a ResNet.</summary>
[Input(64, 112, 112)] [MaxPool(3, Stride = 2, Pad = 1)]
public sealed partial class MaxPool3x3;

/// <summary>The pool of VGG.</summary>
[Input(64, 56, 56)] [MaxPool(2)]
public sealed partial class MaxPool2x2;

/// <summary>Means of 2×2.</summary>
[Input(64, 56, 56)] [AvgPool(2)]
public sealed partial class AvgPool2x2;

/// <summary>Batch norms that no convolution precedes, so that a prediction cannot fold them; four of them likewise.</summary>
[Input(64, 56, 56)] [BatchNorm(Repeat = 4)]
public sealed partial class BatchNorm64;

/// <summary>A dense layer whose weights the second-level cache holds.</summary>
[Input(512)] [Dense(256, Bias = false)]
public sealed partial class DenseSmall;

/// <summary>One of VGG's: 64 MB of weights.</summary>
[Input(4096)] [Dense(4096, Bias = false)]
public sealed partial class DenseLarge;

// Models whose layer does nothing in a prediction: what is left is the way of images into the network's order and back. There is one for each shape above.

/// <summary>Images of the first layer's size.</summary>
[Input(3, 224, 224)] [Dropout(0)]
public sealed partial class Pass3x224x224;

/// <summary>Images behind a stem.</summary>
[Input(64, 112, 112)] [Dropout(0)]
public sealed partial class Pass64x112x112;

/// <summary>Images of many pixels.</summary>
[Input(64, 56, 56)] [Dropout(0)]
public sealed partial class Pass64x56x56;

/// <summary>Images behind AlexNet's stem.</summary>
[Input(64, 55, 55)] [Dropout(0)]
public sealed partial class Pass64x55x55;

/// <summary>Images of a quarter of the pixels.</summary>
[Input(64, 28, 28)] [Dropout(0)]
public sealed partial class Pass64x28x28;

/// <summary>Images of many channels.</summary>
[Input(256, 14, 14)] [Dropout(0)]
public sealed partial class Pass256x14x14;
