using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Lays channels out as pixels of larger images, or back.</summary>
/// <param name="Small">The image of many channels.</param>
/// <param name="Large">The image of many pixels.</param>
/// <param name="Scale">The factor between their sides.</param>
/// <param name="Back">Whether it reads the larger image, which the gradient does.</param>
internal sealed record PixelShuffleKernel(Plane Small, Plane Large, int Scale, bool Back) : SizedKernel
{
    public override EquatableArray<Port> Ports => Back
        ? new[] { Port.Read("large", Large), Port.Write("small", Small) }
        : new[] { Port.Read("small", Small), Port.Write("large", Large) };

    protected override string Title => Back ? "PixelUnshuffle" : "PixelShuffle";

    public override Kernel Body => new PixelShuffleKernel(Plane.Unsized(false), Plane.Unsized(false), 0, Back);

    public override EquatableArray<Size> Sizes =>
        new[]
        {
            new Size("channels", Large.C),
            new Size("rows", Small.H),
            new Size("columns", Small.W),
            new Size("scale", Scale),
            new Size("smallPitch", Small.Pitch),
            new Size("largePitch", Large.Pitch),
        }.Concat(Strides([.. Ports])).ToEquatableArray();
}
