using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>The gradient of unpooling: of each window, what lies at the place of the largest value.</summary>
internal sealed record MaxUnpoolGradientKernel : MaxPoolWalk
{
    public MaxUnpoolGradientKernel(Plane x, Plane y, Plane dy, Plane dx, Window window)
        : base(window, x.Pitch)
    {
        X = x;
        Y = y;
        Dy = dy;
        Dx = dx;
        Inside = IsInside(x, y, window);
    }

    public override EquatableArray<Port> Ports => new[] { Port.Read("input", X), Port.Read("output", Y), Port.Read("gradient", Dy), Port.Write("result", Dx) };

    /// <summary>What the pool read.</summary>
    public Plane X { get; init; }

    /// <summary>What the pool made.</summary>
    public Plane Y { get; init; }

    /// <summary>The gradient by the unpooled image.</summary>
    public Plane Dy { get; init; }

    /// <summary>The gradient by what is unpooled.</summary>
    public Plane Dx { get; init; }

    public override Kernel Body => this with { X = Plane.Unsized(false), Y = Plane.Unsized(false), Dy = Plane.Unsized(false), Dx = Plane.Unsized(false) };

    public override EquatableArray<Size> Sizes => SizesOf(X, Y);
}
