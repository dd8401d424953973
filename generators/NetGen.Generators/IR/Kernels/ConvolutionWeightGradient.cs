namespace NetGen.Generators.IR;

/// <summary>
/// The gradient by a convolution's weights: each weight sums input · output gradient over all pixels. A register tile
/// (<see cref="ConvolutionWeightGradientTile"/>) holds some inputs of a kernel row by a block of output channels; a strip of rows whose gradient fits the first-level cache goes through all tiles
/// before the next. The sums are added to what the lane holds, in the order of the packed weights.
/// </summary>
internal sealed record ConvolutionWeightGradientKernel(string Title, Plane X, Plane Dy, ConvolutionWalk Walk) : Kernel;
