namespace NetGen.Zoo;

/// <summary>
/// LeNet-5 as published: LeCun, Bottou, Bengio, Haffner 1998, "Gradient-Based Learning Applied to Document Recognition", section II.B.
/// C3 reads the channels of table I, sub-sampling is trained, activations are the scaled tangent, and the outputs are radial basis
/// functions with fixed codes. (1, 32, 32) to (<c>classes</c>): the squared distances to the codes with their sign turned, so that the loss with a softmax is
/// the paper's equation 9 without its constant.
/// </summary>
/// <remarks>The paper drew its codes as 7×12 pictures of the characters; these are as many values of ±1 at random.</remarks>
/// <param name="classes">The outputs.</param>
[Layers("""
    [Conv(6, 5, Name = "c1")] [Squash]
    [SubSampling(Name = "s2")]
    [Conv(16, 5, Name = "c3", Connections = "0,1,2; 1,2,3; 2,3,4; 3,4,5; 0,4,5; 0,1,5; 0,1,2,3; 1,2,3,4; 2,3,4,5; 0,3,4,5; 0,1,4,5; 0,1,2,5; 0,1,3,4; 1,2,4,5; 0,2,3,5; 0,1,2,3,4,5")]
    [Squash]
    [SubSampling(Name = "s4")]
    [Conv(120, 5, Name = "c5")] [Squash]
    [Flatten]
    [Dense(84, Name = "f6")] [Squash]
    [RadialBasis(classes, Name = "output", Trainable = false)]
    """)]
public sealed class LeNetAttribute(int classes = 10) : BlockAttribute
{
    /// <summary>The outputs.</summary>
    public int Classes { get; } = classes;
}
