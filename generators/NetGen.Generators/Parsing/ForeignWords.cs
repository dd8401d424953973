using NetGen.Generators.IR;

namespace NetGen.Generators.Parsing;

/// <summary>The words of Keras and PyTorch for what NetGen calls otherwise.</summary>
internal static class ForeignWords
{
    private static readonly Dictionary<string, string> s_layers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["InputLayer"] = "write [Input(channels, height, width)]",
        ["Conv2D"] = "write [Conv(filters, kernel)]",
        ["Convolution"] = "write [Conv(filters, kernel)]",
        ["Convolution2D"] = "write [Conv(filters, kernel)]",
        ["Conv2DTranspose"] = "write [ConvTranspose(filters, kernel)]",
        ["ConvTranspose2D"] = "write [ConvTranspose(filters, kernel)]",
        ["Deconv"] = "write [ConvTranspose(filters, kernel)]",
        ["Deconvolution"] = "write [ConvTranspose(filters, kernel)]",
        ["DepthwiseConv2D"] = "write [DepthwiseConv(kernel)]",
        ["SeparableConv2D"] = "write [DepthwiseConv(kernel)] [Conv(filters, 1)]",
        ["SeparableConv"] = "write [DepthwiseConv(kernel)] [Conv(filters, 1)]",
        ["Linear"] = "write [Dense(units)]",
        ["FullyConnected"] = "write [Dense(units)]",
        ["FC"] = "write [Dense(units)]",
        ["RNN"] = "write [SimpleRNN(units)]",
        ["LSTMCell"] = "write [LSTM(units)]",
        ["GRUCell"] = "write [GRU(units)]",
        ["BatchNormalization"] = "write [BatchNorm]",
        ["BatchNorm1D"] = "write [BatchNorm]",
        ["BatchNorm2D"] = "write [BatchNorm]",
        ["BN"] = "write [BatchNorm]",
        ["LayerNormalization"] = "write [LayerNorm]",
        ["GroupNormalization"] = "write [GroupNorm(groups)]",
        ["LRN"] = "write [LocalResponseNorm(size)]",
        ["LocalResponseNormalization"] = "write [LocalResponseNorm(size)]",
        ["MaxPooling"] = "write [MaxPool(kernel)]",
        ["MaxPooling2D"] = "write [MaxPool(kernel)]",
        ["MaxPool2D"] = "write [MaxPool(kernel)]",
        ["AveragePooling"] = "write [AvgPool(kernel)]",
        ["AveragePooling2D"] = "write [AvgPool(kernel)]",
        ["AveragePool"] = "write [AvgPool(kernel)]",
        ["AvgPool2D"] = "write [AvgPool(kernel)]",
        ["GlobalAveragePooling"] = "write [GlobalAvgPool]",
        ["GlobalAveragePooling2D"] = "write [GlobalAvgPool]",
        ["GlobalAveragePool"] = "write [GlobalAvgPool]",
        ["GlobalMaxPooling2D"] = "write [GlobalMaxPool]",
        ["GlobalMaxPooling"] = "write [GlobalMaxPool]",
        ["AdaptiveAvgPool2D"] = "write [AdaptiveAvgPool(height, width)]",
        ["Swish"] = "write [SiLU]",
        ["Hardswish"] = "write [HardSwish]",
        ["ParametricReLU"] = "write [PReLU]",
        ["LeakyRelu"] = "write [LeakyReLU]",
        ["Logistic"] = "write [Sigmoid]",
        ["LogSoftmax2D"] = "write [LogSoftmax]",
        ["Softmax2D"] = "write [Softmax]",
        ["Dropout2D"] = "write [Dropout(rate)]",
        ["SpatialDropout2D"] = "write [Dropout(rate)]",
        ["UpSampling2D"] = "write [Upsample(scale)]",
        ["UpsamplingNearest2D"] = "write [Upsample(scale)]",
        ["UpsamplingBilinear2D"] = "write [Upsample(scale, Mode = UpsampleMode.Bilinear)]",
        ["ZeroPadding2D"] = "write [ZeroPad(n)]",
        ["ZeroPad2D"] = "write [ZeroPad(n)]",
        ["Padding"] = "write [ZeroPad(n)], or Pad = n at the convolution",
        ["Cropping2D"] = "write [Crop(n)]",
        ["Concatenate"] = "write [Concat(\"tag\")]",
        ["Cat"] = "write [Concat(\"tag\")]",
        ["Residual"] = "write [Tag(\"x\")] before the layers and [Add(\"x\")] after them",
        ["Skip"] = "write [Tag(\"x\")] before the layers and [Add(\"x\")] after them",
        ["ResidualBlock"] = "write [ResBlock]",
        ["Bottleneck"] = "write [BottleneckBlock(filters)]",
        ["CrossEntropy"] = "write [SoftmaxCrossEntropy]",
        ["CrossEntropyLoss"] = "write [SoftmaxCrossEntropy]",
        ["CategoricalCrossentropy"] = "write [SoftmaxCrossEntropy]",
        ["SparseCategoricalCrossentropy"] = "write [SoftmaxCrossEntropy]",
        ["NLLLoss"] = "write [SoftmaxCrossEntropy] without a [LogSoftmax] before it",
        ["BinaryCrossentropy"] = "write [BinaryCrossEntropy]",
        ["BCELoss"] = "write [BinaryCrossEntropy] without a [Sigmoid] before it",
        ["BCEWithLogitsLoss"] = "write [BinaryCrossEntropy]",
        ["MSE"] = "write [MeanSquaredError]",
        ["MSELoss"] = "write [MeanSquaredError]",
        ["L2Loss"] = "write [MeanSquaredError]",
        ["HuberLoss"] = "write [Huber]",
        ["SmoothL1Loss"] = "write [Huber]",
    };

    private static readonly Dictionary<string, string> s_settings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Padding"] = "Pad",
        ["Paddings"] = "Pad",
        ["Strides"] = "Stride",
        ["DilationRate"] = "Dilation",
        ["Dilations"] = "Dilation",
        ["UseBias"] = "Bias",
        ["Group"] = "Groups",
        ["Eps"] = "Epsilon",
        ["OutputPadding"] = "OutputPad",
        ["DepthMultiplier"] = "Multiplier",
        ["Smoothing"] = "LabelSmoothing",
        ["Interpolation"] = "Mode",
        ["PaddingH"] = "PadH",
        ["PaddingW"] = "PadW",
    };

    /// <summary>What to write instead of a layer's foreign name, or null.</summary>
    public static string? Layer(string name) => s_layers.TryGetValue(name, out string? word) ? word : null;

    /// <summary>Our setting for a foreign one, or null.</summary>
    public static string? Setting(string name) => s_settings.TryGetValue(name.Replace("_", ""), out string? word) ? word : null;
}
