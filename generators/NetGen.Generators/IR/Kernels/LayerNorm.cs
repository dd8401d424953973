namespace NetGen.Generators.IR;

/// <summary>Normalises over all values of an image.</summary>
internal sealed record LayerNormKernel(Plane X, Plane Y, float Epsilon) : Kernel;

/// <summary>Layer norm's gradients by its parameters.</summary>
internal sealed record LayerNormSumsKernel(Plane X, Plane Dy) : Kernel;

/// <summary>Layer norm's gradient by its input.</summary>
internal sealed record LayerNormGradientKernel(Plane X, Plane Dy, Plane Dx) : Kernel;
