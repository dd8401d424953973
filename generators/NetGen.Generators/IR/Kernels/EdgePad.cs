using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>What both directions of padding by the image's own pixels share: which pixel a place of the padded image is.</summary>
/// <param name="Small">The image, or the gradient by it.</param>
/// <param name="Large">The padded image, or its gradient.</param>
/// <param name="Top">The rows of the border above the image.</param>
/// <param name="Left">The columns of the border left of it.</param>
/// <param name="Mirrors">Whether the border mirrors the image without its edge; otherwise it repeats the edge.</param>
internal abstract record EdgePadWalk(Plane Small, Plane Large, int Top, int Left, bool Mirrors) : SizedKernel
{
    /// <summary>The layer.</summary>
    protected string Layer => Mirrors ? "ReflectionPad" : "ReplicationPad";

    public override EquatableArray<Size> Sizes =>
        new[]
        {
            new Size("rows", Small.H),
            new Size("columns", Small.W),
            new Size("top", Top),
            new Size("left", Left),
            new Size("largeRows", Large.H),
            new Size("largeColumns", Large.W),
            new Size("pitch", Small.Pitch),
        }
        .Concat(Strides([.. Ports])).ToEquatableArray();
}

/// <summary>Copies images into larger ones, with a border of their own pixels.</summary>
internal sealed record EdgePadKernel(Plane Small, Plane Large, int Top, int Left, bool Mirrors) : EdgePadWalk(Small, Large, Top, Left, Mirrors)
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("small", Small), Port.Write("large", Large) };

    protected override string Title => Layer;

    public override Kernel Body => new EdgePadKernel(Plane.Unsized(false), Plane.Unsized(false), 0, 0, Mirrors);
}

/// <summary>The gradient of padding: each pixel has the sum of those of its copies.</summary>
internal sealed record EdgePadGradientKernel(Plane Large, Plane Small, int Top, int Left, bool Mirrors) : EdgePadWalk(Small, Large, Top, Left, Mirrors)
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("large", Large), Port.Write("small", Small) };

    protected override string Title => Layer + "Gradient";

    public override Kernel Body => new EdgePadGradientKernel(Plane.Unsized(false), Plane.Unsized(false), 0, 0, Mirrors);
}
