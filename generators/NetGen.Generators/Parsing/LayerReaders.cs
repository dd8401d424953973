using NetGen.Generators.Common;

namespace NetGen.Generators.Parsing;

/// <summary>How the settings of each op are read. A new op adds its line here.</summary>
internal static class LayerReaders
{
    private static readonly OpTable<LayerReader> s_ops = new(
        new Input(),
        new Conv(),
        new Conv1D(),
        new DepthwiseConv(),
        new ConvTranspose(),
        new Dense(),
        new RadialBasis(),
        new Embedding(),
        new LSTM(),
        new GRU(),
        new SimpleRNN(),
        new BatchNorm(),
        new GroupNorm(),
        new InstanceNorm(),
        new LayerNorm(),
        new LocalResponseNorm(),
        new ReLU(),
        new ReLU6(),
        new LeakyReLU(),
        new PReLU(),
        new ELU(),
        new GELU(),
        new SiLU(),
        new HardSwish(),
        new Softplus(),
        new Sigmoid(),
        new Tanh(),
        new Softmax(),
        new LogSoftmax(),
        new MaxPool(),
        new MaxPool1D(),
        new MaxUnpool(),
        new AvgPool(),
        new AvgPool1D(),
        new GlobalAvgPool(),
        new GlobalMaxPool(),
        new AdaptiveAvgPool(),
        new Dropout(),
        new Flatten(),
        new Reshape(),
        new Upsample(),
        new PixelShuffle(),
        new ZeroPad(),
        new ReflectionPad(),
        new ReplicationPad(),
        new Crop(),
        new Slice(),
        new PadChannels(),
        new Add(),
        new Multiply(),
        new Concat(),
        new Prepend(),
        new RoIAlign(),
        new RoIPool(),
        new SoftmaxCrossEntropy(),
        new MeanSquaredError(),
        new BinaryCrossEntropy(),
        new Huber(),
        new SmoothL1(),
        new Dice(),
        new CTC());

    /// <summary>All ops by name.</summary>
    public static IEnumerable<string> Names => s_ops.Names;

    public static bool TryGet(string kind, out LayerReader reader) => s_ops.TryGet(kind, out reader);
}
