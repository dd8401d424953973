using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>What both directions of enlarging share: which small pixels a large one comes from.</summary>
/// <param name="Small">The image that is enlarged, or the gradient by it.</param>
/// <param name="Large">The enlarged image, or its gradient.</param>
internal abstract record UpsampleWalk(Plane Small, Plane Large, UpsampleSpec Spec) : SizedKernel
{
    protected override NameParts NameParts => $"{Spec.Scale}{Spec.Mode}";

    /// <summary>The sizes, with the ports of the two images.</summary>
    public EquatableArray<Size> SizesOf(Port small, Port large) =>
        new[] { new Size("rows", Small.H), new Size("columns", Small.W), new Size("pitch", Small.Pitch) }
            .Concat(Strides(small, large)).ToEquatableArray();
}

/// <summary>Enlarges images.</summary>
internal sealed record UpsampleKernel(Plane Small, Plane Large, UpsampleSpec Spec) : UpsampleWalk(Small, Large, Spec)
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("input", Small), Port.Write("output", Large) };

    public override Kernel Body => this with { Small = Plane.Unsized(false), Large = Plane.Unsized(false) };

    public override EquatableArray<Size> Sizes => SizesOf(small: Ports[0], large: Ports[1]);
}

/// <summary>The gradient of enlarging: each pixel's goes to those that it came from.</summary>
internal sealed record UpsampleGradientKernel(Plane Large, Plane Small, UpsampleSpec Spec) : UpsampleWalk(Small, Large, Spec)
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("gradient", Large), Port.Write("result", Small) };

    public override Kernel Body => this with { Small = Plane.Unsized(false), Large = Plane.Unsized(false) };

    public override EquatableArray<Size> Sizes => SizesOf(small: Ports[1], large: Ports[0]);
}
