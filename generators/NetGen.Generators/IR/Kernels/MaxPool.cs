using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// What both directions of max pooling share. A place of the window outside the image is moved to the nearest one inside,
/// which the window holds as well: a value seen twice changes no maximum, and padding never wins. The window and a pixel's floats are part of the
/// text, since a small image of few channels took up to half as long again without them; the images' sizes are arguments.
/// </summary>
internal abstract record MaxPoolWalk(Window Window, int Pitch) : SizedKernel
{
    /// <summary>Places of a window that are written out one by one; larger windows get loops.</summary>
    public const int MostPlaces = 25;

    /// <summary>Whether no window leaves the image.</summary>
    public bool Inside { get; init; }

    /// <summary>Whether windows reach past the image though nothing is padded.</summary>
    protected bool Over => !Inside && Window.PadY + Window.PadX == 0;

    protected override NameParts NameParts => $"_{Window}{Over:_over}_by{Pitch}";

    public bool Unrolled => Window.KernelY * Window.KernelX <= MostPlaces;

    /// <summary>Whether no window of these sizes leaves the image.</summary>
    public static bool IsInside(Plane x, Plane y, Window window) => window.PadY == 0 && window.PadX == 0
        && ((y.H - 1) * window.StrideY) + window.KernelY <= x.H && ((y.W - 1) * window.StrideX) + window.KernelX <= x.W;

    /// <summary>The sizes of the two images, and of all ports' planes.</summary>
    protected EquatableArray<Size> SizesOf(Plane x, Plane y) =>
        new[] { new Size("outputRows", y.H), new Size("outputColumns", y.W), new Size("inputRows", x.H), new Size("inputColumns", x.W) }
            .Concat(Strides([.. Ports])).ToEquatableArray();
}

/// <summary>The largest value of each window; not a number where one of them is not.</summary>
internal sealed record MaxPoolKernel : MaxPoolWalk
{
    public MaxPoolKernel(Plane x, Plane y, Window window)
        : base(window.Leading, x.Pitch)
    {
        X = x;
        Y = y;
        Inside = IsInside(x, y, window);
    }

    public override EquatableArray<Port> Ports => new[] { Port.Read("input", X), Port.Write("output", Y) };

    public override bool IsShareable => true;

    public override long Effort => FloatEffort * (X.Image + Y.Image);

    public Plane X { get; init; }

    public Plane Y { get; init; }

    public override Kernel Body => this with { X = Plane.Unsized(false), Y = Plane.Unsized(false) };

    public override EquatableArray<Size> Sizes => SizesOf(X, Y);
}

/// <summary>The gradient of max pooling: it goes to the first place that holds the maximum, or to the last that is not a number, as PyTorch's does.</summary>
internal sealed record MaxPoolGradientKernel : MaxPoolWalk
{
    public MaxPoolGradientKernel(Plane x, Plane y, Plane dy, Plane dx, Window window)
        : base(window.Leading, x.Pitch)
    {
        X = x;
        Y = y;
        Dy = dy;
        Dx = dx;
        Inside = IsInside(x, y, window);
        Disjoint = Inside && window.KernelY <= window.StrideY && window.KernelX <= window.StrideX && Unrolled;
        Covers = window.KernelY == window.StrideY && window.KernelX == window.StrideX && y.H * window.StrideY == x.H && y.W * window.StrideX == x.W;
    }

    public override EquatableArray<Port> Ports => new[] { Port.Read("input", X), Port.Read("output", Y), Port.Read("gradient", Dy), Port.Write("result", Dx) };

    protected override NameParts NameParts => $"_{Window}{Over:_over}_by{Pitch}{Disjoint && Clears:_gaps}";

    public Plane X { get; init; }

    public Plane Y { get; init; }

    public Plane Dy { get; init; }

    public Plane Dx { get; init; }

    /// <summary>Whether every pixel lies in at most one window, so that gradients need no sum.</summary>
    public bool Disjoint { get; init; }

    /// <summary>Whether every pixel lies in a window.</summary>
    public bool Covers { get; init; }

    public bool Clears => !Disjoint || !Covers;

    public override Kernel Body => this with { X = Plane.Unsized(false), Y = Plane.Unsized(false), Dy = Plane.Unsized(false), Dx = Plane.Unsized(false), Covers = !Clears };

    public override EquatableArray<Size> Sizes => SizesOf(X, Y);
}
