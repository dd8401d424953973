namespace NetGen.Generators.Ops;

/// <summary>All ops, by name. A new op adds its line here and its files in the rooms.</summary>
internal static class OpRegistry
{
    private static readonly Dictionary<string, Op> s_byName = new Op[]
    {
        new Input(),
        new Conv(),
        new DepthwiseConv(),
        new ConvTranspose(),
        new Dense(),
        new RadialBasis(),
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
        new Huber(),
    }.ToDictionary(op => op.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => s_byName.Keys;

    public static Op Get(string name) => s_byName[name];

    public static bool TryGet(string name, out Op op) => s_byName.TryGetValue(name, out op!);
}
