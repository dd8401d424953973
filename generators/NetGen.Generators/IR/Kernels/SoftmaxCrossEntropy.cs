namespace NetGen.Generators.IR;

/// <summary>Softmax and cross entropy with class labels: the loss and its gradient at once.</summary>
internal sealed record SoftmaxCrossEntropyKernel(Plane X, Plane Dx, float Smoothing, LossShare Share) : Kernel;
