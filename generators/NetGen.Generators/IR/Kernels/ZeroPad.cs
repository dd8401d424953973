using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Copies an image into a larger one and writes zeros around it. The gradient of cropping is the same.</summary>
/// <param name="From">The image.</param>
/// <param name="To">The larger one.</param>
/// <param name="Top">The rows of zeros above the image.</param>
/// <param name="Left">The columns of zeros left of it.</param>
internal sealed record ZeroPadKernel(Plane From, Plane To, int Top, int Left) : SizedKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("from", From), Port.Write("to", To) };

    public override Kernel Body => new ZeroPadKernel(Plane.Unsized(false), Plane.Unsized(false), 0, 0);

    public override EquatableArray<Size> Sizes =>
        new[]
        {
            new Size("rows", From.H),
            new Size("columns", From.W),
            new Size("top", Top),
            new Size("bottom", To.H - Top - From.H),
            new Size("left", Left),
            new Size("right", To.W - Left - From.W),
            new Size("pitch", From.Pitch),
        }
        .Concat(Strides([.. Ports])).ToEquatableArray();
}
