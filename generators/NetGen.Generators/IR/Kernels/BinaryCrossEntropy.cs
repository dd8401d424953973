namespace NetGen.Generators.IR;

/// <summary>Sigmoid and binary cross entropy: the loss and its gradient at once.</summary>
internal sealed record BinaryCrossEntropyKernel(Plane X, Plane Targets, Plane Dx, LossShare Share) : PointLossKernel(X, Targets, Dx, Share);
