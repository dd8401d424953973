namespace NetGen.Generators.IR;

/// <summary>
/// A dense layer over weights in PyTorch's order, (units, features): some rows of weights by some images are multiplied vector by
/// vector, and each sum's lanes are added up at the end. A row block goes through all images of the chunk before the next.
/// </summary>
internal sealed record LargeDenseKernel(Plane X, Plane Y, bool Bias, Activation? Activation) : Kernel;
