using NetGen;

namespace Transfer;

/// <summary>The last layer by itself, under the path that it has in <see cref="AntsAndBees"/>.</summary>
[Input(512)]
[Dense(2, Name = "head")]
[SoftmaxCrossEntropy]
public sealed partial class Head;
