namespace NetGen.Tests.Evaluating;

/// <summary>Gives probabilities itself, without a loss.</summary>
[Input(2)]
[Dense(3)]
[Softmax]
public sealed partial class ProbabilityNet;
