namespace NetGen.Generators.IR;

/// <summary>
/// A convolution as register tiles: some pixels by a block of output channels, summed over the kernel and the input channels. Each input
/// is broadcast against the block's weights, which are packed in the order they are read. The kernel holds the loops around the tiles
/// (<see cref="ConvolutionTile"/>). Bias and activation are arguments, so a forward pass and a gradient that walk alike are one kernel.
/// </summary>
internal sealed record ConvolutionKernel(string Title, string Intent, Plane X, Plane Y, ConvolutionWalk Walk) : Kernel;
