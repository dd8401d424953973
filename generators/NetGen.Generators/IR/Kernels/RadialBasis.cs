namespace NetGen.Generators.IR;

/// <summary>Squared distances to centres. The centres lie with a row of units a feature, so that a vector holds units beside each other.</summary>
internal sealed record RadialBasisKernel(Plane X, Plane Y) : Kernel;

/// <summary>The gradient by the centres.</summary>
internal sealed record RadialBasisWeightGradientKernel(Plane X, Plane Dy) : Kernel;

/// <summary>The gradient by the input.</summary>
internal sealed record RadialBasisInputGradientKernel(Plane X, Plane Dy, Plane Dx) : Kernel;
