using NetGen.Generators.Common;

namespace NetGen.Generators.Shapes;

/// <summary>The shapes of each op. A new op adds its line here.</summary>
internal static class ShapeRules
{
    private static readonly OpTable<ShapeRule> s_ops = new(
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
        new LayerNorm(),
        new LocalResponseNorm(),
        new ReLU(),
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
        new AvgPool(),
        new GlobalAvgPool(),
        new GlobalMaxPool(),
        new AdaptiveAvgPool(),
        new Dropout(),
        new Flatten(),
        new Reshape(),
        new Upsample(),
        new ZeroPad(),
        new Crop(),
        new PadChannels(),
        new Add(),
        new Multiply(),
        new Concat(),
        new SoftmaxCrossEntropy(),
        new MeanSquaredError(),
        new BinaryCrossEntropy(),
        new Huber());

    public static ShapeRule Get(string op) => s_ops[op];
}
