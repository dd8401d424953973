using NetGen.Generators.Common;

namespace NetGen.Generators.Planning;

/// <summary>How each op is lowered. A new op adds its line here.</summary>
internal static class OpLowerings
{
    private static readonly OpTable<OpLowering> s_ops = new(
        new Input(),
        new Conv(),
        new DepthwiseConv(),
        new ConvTranspose(),
        new Dense(),
        new RadialBasis(),
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
        new MaxUnpool(),
        new AvgPool(),
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
        new PadChannels(),
        new Add(),
        new Multiply(),
        new Concat(),
        new SoftmaxCrossEntropy(),
        new MeanSquaredError(),
        new BinaryCrossEntropy(),
        new Huber(),
        new SmoothL1(),
        new Dice());

    public static OpLowering Get(string op) => s_ops[op];
}
