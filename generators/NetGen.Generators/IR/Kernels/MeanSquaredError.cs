namespace NetGen.Generators.IR;

/// <summary>The mean of squared differences: the loss and its gradient at once. Targets are NCHW, as the caller has them.</summary>
internal sealed record MeanSquaredErrorKernel(Plane X, Plane Dx, LossShare Share) : Kernel;
