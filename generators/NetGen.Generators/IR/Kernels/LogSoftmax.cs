namespace NetGen.Generators.IR;

/// <summary>The logarithm of softmax over channels.</summary>
internal sealed record LogSoftmaxKernel(Plane X, Plane Y) : Kernel;

/// <summary>The gradient of the logarithm of softmax from its output.</summary>
internal sealed record LogSoftmaxGradientKernel(Plane Y, Plane Dy, Plane Dx) : Kernel;
