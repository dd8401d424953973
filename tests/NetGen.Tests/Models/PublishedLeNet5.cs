namespace NetGen.Tests.Models;

/// <summary>
/// LeNet-5 as published (LeCun et al. 1998, "Gradient-Based Learning Applied to Document Recognition", section II.B): C3 by the
/// connections of table I, sub-sampling with a coefficient and a bias a map, the tangent of appendix A, fixed radial basis functions.
/// </summary>
/// <remarks>Sub-sampling sums four values there and averages them here: the coefficient takes the factor 4.</remarks>
[Input(1, 32, 32)]
[Conv(6, 5, Name = "c1")] [Tanh(Scale = 1.7159f, Slope = 2f / 3)]
[AvgPool(2)] [DepthwiseConv(1, Name = "s2")] [Tanh(Scale = 1.7159f, Slope = 2f / 3)]
[Conv(16, 5, Name = "c3", Connections = """
    0,1,2; 1,2,3; 2,3,4; 3,4,5; 0,4,5; 0,1,5;
    0,1,2,3; 1,2,3,4; 2,3,4,5; 0,3,4,5; 0,1,4,5; 0,1,2,5;
    0,1,3,4; 1,2,4,5; 0,2,3,5;
    0,1,2,3,4,5
    """)] [Tanh(Scale = 1.7159f, Slope = 2f / 3)]
[AvgPool(2)] [DepthwiseConv(1, Name = "s4")] [Tanh(Scale = 1.7159f, Slope = 2f / 3)]
[Conv(120, 5, Name = "c5")] [Tanh(Scale = 1.7159f, Slope = 2f / 3)]
[Flatten]
[Dense(84, Name = "f6")] [Tanh(Scale = 1.7159f, Slope = 2f / 3)]
[RadialBasis(10, Name = "output", Trainable = false)]
[SoftmaxCrossEntropy]
public sealed partial class PublishedLeNet5;
