using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>What both directions of average pooling share: how many places a window divides by. The window is part of the text, the images' sizes are not.</summary>
internal abstract record AvgPoolWalk : SizedKernel
{
    public AvgPoolWalk(Plane x, Plane y, Window window, bool countIncludePad)
    {
        X = x;
        Y = y;
        Window = window;
        CountIncludePad = countIncludePad;
        Inside = window.PadY == 0 && window.PadX == 0
            && ((y.H - 1) * window.StrideY) + window.KernelY <= x.H && ((y.W - 1) * window.StrideX) + window.KernelX <= x.W;
        Covers = window.KernelY == window.StrideY && window.KernelX == window.StrideX && y.H * window.StrideY == x.H && y.W * window.StrideX == x.W;
    }

    /// <summary>The larger image, or the gradient by it.</summary>
    public Plane X { get; init; }

    /// <summary>The smaller image, or its gradient.</summary>
    public Plane Y { get; init; }

    public Window Window { get; init; }

    /// <summary>Whether padding counts; of no meaning where no window leaves the image.</summary>
    public bool CountIncludePad { get; init; }

    /// <summary>Whether no window leaves the image.</summary>
    public bool Inside { get; init; }

    /// <summary>Whether every pixel lies in just one window.</summary>
    public bool Covers { get; init; }

    protected override NameParts NameParts => $"_{Window}{!Inside && !CountIncludePad:x}{!Inside:_over}";

    /// <summary>The record's values that the text depends on.</summary>
    public AvgPoolWalk Unsized => this with { X = Plane.Unsized(false), Y = Plane.Unsized(false), CountIncludePad = CountIncludePad && !Inside };

    /// <summary>The sizes, with the ports of the two images.</summary>
    public EquatableArray<Size> SizesOf(Port small, Port large) =>
        new[] { new Size("outputRows", Y.H), new Size("outputColumns", Y.W), new Size("inputRows", X.H), new Size("inputColumns", X.W), new Size("pitch", X.Pitch) }
            .Concat(Strides(large, small)).ToEquatableArray();
}

/// <summary>The mean of each window; the input's border of zeros stands for the padding.</summary>
internal sealed record AvgPoolKernel : AvgPoolWalk
{
    public AvgPoolKernel(Plane x, Plane y, Window window, bool countIncludePad)
        : base(x, y, window, countIncludePad)
    {
    }

    public override EquatableArray<Port> Ports => new[] { Port.Read("input", X), Port.Write("output", Y) };

    public override Kernel Body => Unsized with { Covers = false };

    public override EquatableArray<Size> Sizes => SizesOf(small: Ports[1], large: Ports[0]);
}

/// <summary>The gradient of average pooling: each window's is shared out among its places.</summary>
internal sealed record AvgPoolGradientKernel : AvgPoolWalk
{
    public AvgPoolGradientKernel(Plane dy, Plane dx, Window window, bool countIncludePad)
        : base(dx, dy, window, countIncludePad)
    {
    }

    public override EquatableArray<Port> Ports => new[] { Port.Read("gradient", Y), Port.Write("result", X) };

    protected override NameParts NameParts => $"_{Window}{!Inside && !CountIncludePad:x}{!Inside:_over}{Disjoint && Clears:_gaps}";

    public override Kernel Body => Unsized with { Covers = !Clears };

    public override EquatableArray<Size> Sizes => SizesOf(small: Ports[0], large: Ports[1]);

    /// <summary>Whether every pixel lies in at most one window, so that gradients need no sum.</summary>
    public bool Disjoint => Inside && Window.KernelY <= Window.StrideY && Window.KernelX <= Window.StrideX;

    public bool Clears => !Disjoint || !Covers;
}
