namespace NetGen.Generators.IR;

/// <summary>
/// A loss that is a mean over all values, with its gradient: the targets lie in a plane as the outputs do. Derived kernels say what one
/// vector of values adds.
/// </summary>
internal abstract record PointLossKernel(Plane X, Plane Targets, Plane Dx, LossShare Share) : Kernel;
