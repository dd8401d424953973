using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Copies a part of an image. The gradient of padding is the same.</summary>
/// <param name="From">The image.</param>
/// <param name="To">The part.</param>
/// <param name="Top">The rows above the part.</param>
/// <param name="Left">The columns left of it.</param>
internal sealed record CropKernel(Plane From, Plane To, int Top, int Left) : SizedKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("from", From), Port.Write("to", To) };

    public override Kernel Body => new CropKernel(Plane.Unsized(false), Plane.Unsized(false), 0, 0);

    public override EquatableArray<Size> Sizes =>
        new[] { new Size("rows", To.H), new Size("floats", To.W * To.Pitch), new Size("first", (Top * From.Row) + (Left * From.Pitch)) }
            .Concat(Strides([.. Ports])).ToEquatableArray();
}
