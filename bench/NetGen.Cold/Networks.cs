using NetGen;
using NetGen.Zoo;

namespace NetGen.Cold;

/// <summary>A small network: 123,552 parameters, 0.5 MB.</summary>
[Input(1, 28, 28)] [DeepConvNet] [SoftmaxCrossEntropy]
public sealed partial class DeepConvNet;

/// <summary>A middling one: 11,689,512 parameters, 47 MB.</summary>
[Input(3, 224, 224)] [ResNet(18)] [SoftmaxCrossEntropy]
public sealed partial class ResNet18;
