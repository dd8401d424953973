using NetGen;

namespace Autoencode;

/// <summary>Goes down to 32 values and back to the image: two convolutions with pools, two dense layers, two transposed convolutions.</summary>
/// <remarks>The outputs are logits of pixels from 0 to 1.</remarks>
[Input(1, 28, 28)]
[Conv(16, 3, Pad = 1)] [ReLU] [MaxPool(2)]
[Conv(32, 3, Pad = 1)] [ReLU] [MaxPool(2)]
[Flatten]
[Dense(32)]
[Tag("code")]
[Dense(32 * 7 * 7)] [ReLU]
[Reshape(32, 7, 7)]
[ConvTranspose(16, 4, Stride = 2, Pad = 1)] [ReLU] // 7 → 14
[ConvTranspose(1, 4, Stride = 2, Pad = 1)] // → 28
[BinaryCrossEntropy]
public sealed partial class ConvolutionalAutoencoder;
