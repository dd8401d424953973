using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Turns an image into a feature vector in C, H, W order, or back.</summary>
internal sealed record FlattenKernel(Plane Image, Plane Vector, bool Back) : SizedKernel
{
    public override EquatableArray<Port> Ports => Back
        ? new[] { Port.Read("vector", Vector), Port.Write("image", Image) }
        : new[] { Port.Read("image", Image), Port.Write("vector", Vector) };

    protected override string Title => Back ? "Unflatten" : "Flatten";

    public override Kernel Body => new FlattenKernel(Plane.Unsized(false), Plane.Unsized(false), Back);

    public override EquatableArray<Size> Sizes => new[]
    {
        new Size("channels", Image.C),
        new Size("rows", Image.H),
        new Size("columns", Image.W),
        new Size("pitch", Image.Pitch),
        new Size("imageRow", Image.Row),
        new Size("imageSize", Image.Image),
        new Size("vectorSize", Vector.Image),
    };
}
