using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>The gradient of a function of each element whose derivative the run-time library computes from the input.</summary>
/// <param name="Function">The function.</param>
internal sealed record SlopeKernel(PointFunction Function, Plane X, Plane Dy, Plane Dx) : ElementwiseKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("dy", Dy), Port.Write("dx", Dx) };

    protected override string Title => $"{Function}Gradient";

    public override Kernel Body => this with { X = Unsized, Dy = Unsized, Dx = Unsized };

    /// <summary>Below this x the gradient is 0 whatever dy is, infinite or not a number; absent where it is a product everywhere.</summary>
    public float? ZeroBelow { get; init; }
}
