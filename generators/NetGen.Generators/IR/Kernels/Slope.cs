using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>The gradient of a function of each element whose derivative the run-time library computes from the input.</summary>
/// <param name="Function">The function.</param>
internal sealed record SlopeKernel(PointFunction Function, Plane X, Plane Dy, Plane Dx) : ElementwiseKernel
{
    public override Kernel Body => this with { X = Unsized, Dy = Unsized, Dx = Unsized };

    public override EquatableArray<Walker> Planes => new[] { new Walker("x", X), new Walker("dy", Dy), new Walker("dx", Dx) };

    /// <summary>Below this x the gradient is 0 whatever dy is, infinite or not a number; absent where it is a product everywhere.</summary>
    public float? ZeroBelow { get; init; }
}
