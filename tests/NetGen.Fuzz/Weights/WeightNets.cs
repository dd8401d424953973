namespace NetGen.Fuzz;

/// <summary>Parameters and buffers of several shapes.</summary>
[Input(2, 5, 5)]
[Conv(3, 3)] [BatchNorm] [ReLU]
[Flatten]
[Dense(4)]
[SoftmaxCrossEntropy]
internal sealed partial class ConvWeights;

/// <summary>Vectors alone, and a long path.</summary>
[Input(3)]
[Dense(2, Name = "a_layer_whose_name_is_rather_long_as_names_go")] [PReLU]
[Dense(1)]
internal sealed partial class VectorWeights;
