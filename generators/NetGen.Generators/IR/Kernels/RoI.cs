using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>What kernels over regions share: the planes of the image, the boxes and the regions, and the settings, which are part of the text.</summary>
internal abstract record RoIKernel(RoISpec Spec, Plane X, Plane Boxes, Plane Y) : SizedKernel
{
    protected static readonly Plane NoPlane = Plane.Unsized(false);

    /// <summary>Cells of a region.</summary>
    public int Cells => Spec.H * Spec.W;

    public override EquatableArray<Size> Sizes =>
        new[]
        {
            new Size("boxCount", Boxes.W),
            new Size("rows", X.H),
            new Size("columns", X.W),
            new Size("channels", X.C),
            new Size("pitch", X.Pitch),
            new Size("boxPitch", Boxes.Pitch),
            new Size("regionPitch", Y.Pitch),
        }.Concat(Ports.Where(p => p.Plane is not null).SelectMany(p => p.Name is "input" or "result" ? Strides(p) : [ImageOf(p)])).ToEquatableArray();

    /// <summary>Floats of scratch: a region with the pitch of the image's pixels.</summary>
    public static long Scratch(RoISpec spec, Plane x) => (long)spec.H * spec.W * x.Pitch;

    protected override NameParts NameParts => $"_{Spec.H}x{Spec.W}_{Spec.SpatialScale}";
}

/// <summary>Regions by bilinear interpolation.</summary>
internal sealed record RoIAlignKernel(RoIAlignSpec Settings, Plane X, Plane Boxes, Plane Y) : RoIKernel(Settings, X, Boxes, Y)
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("input", X), Port.Read("boxes", Boxes), Port.Write("regions", Y), Port.Write("work") };

    protected override NameParts NameParts => $"_{Settings.H}x{Settings.W}_{Settings.SpatialScale}_by{Settings.SamplingRatio}{Settings.Aligned:_aligned}";

    public override Kernel Body => new RoIAlignKernel(Settings with { Tag = "" }, NoPlane, NoPlane, NoPlane);
}

/// <summary>The gradient of regions by bilinear interpolation: each sample's goes to the four pixels around it.</summary>
internal sealed record RoIAlignGradientKernel(RoIAlignSpec Settings, Plane X, Plane Boxes, Plane Y) : RoIKernel(Settings, X, Boxes, Y)
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("boxes", Boxes), Port.Read("gradient", Y), Port.Write("result", X), Port.Write("work") };

    protected override NameParts NameParts => $"_{Settings.H}x{Settings.W}_{Settings.SpatialScale}_by{Settings.SamplingRatio}{Settings.Aligned:_aligned}";

    public override Kernel Body => new RoIAlignGradientKernel(Settings with { Tag = "" }, NoPlane, NoPlane, NoPlane);
}

/// <summary>The largest values of regions' cells.</summary>
internal sealed record RoIPoolKernel(RoIPoolSpec Settings, Plane X, Plane Boxes, Plane Y) : RoIKernel(Settings, X, Boxes, Y)
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("input", X), Port.Read("boxes", Boxes), Port.Write("regions", Y), Port.Write("work") };

    public override Kernel Body => new RoIPoolKernel(Settings with { Tag = "" }, NoPlane, NoPlane, NoPlane);
}

/// <summary>The gradient of the largest values: each cell's goes to the first pixel that holds its largest one.</summary>
internal sealed record RoIPoolGradientKernel(RoIPoolSpec Settings, Plane X, Plane Boxes, Plane Y, Plane Dx) : RoIKernel(Settings, X, Boxes, Y)
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("input", X), Port.Read("boxes", Boxes), Port.Read("gradient", Y), Port.Write("result", Dx), Port.Write("work") };

    public override Kernel Body => new RoIPoolGradientKernel(Settings with { Tag = "" }, NoPlane, NoPlane, NoPlane, NoPlane);
}
