namespace NetGen.Generators.IR;

/// <summary>Softmax over channels.</summary>
internal sealed record SoftmaxKernel(Plane X, Plane Y) : Kernel;

/// <summary>The gradient of softmax from its output.</summary>
internal sealed record SoftmaxGradientKernel(Plane Y, Plane Dy, Plane Dx) : Kernel;
