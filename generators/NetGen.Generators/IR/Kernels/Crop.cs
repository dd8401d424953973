using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Copies an image without its border. The gradient of padding is the same.</summary>
internal sealed record CropKernel(Plane From, Plane To, int Pixels) : SizedKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("from", From), Port.Write("to", To) };

    public override Kernel Body => new CropKernel(Plane.Unsized(false), Plane.Unsized(false), 0);

    public override EquatableArray<Size> Sizes =>
        new[] { new Size("rows", To.H), new Size("floats", To.W * To.Pitch), new Size("first", (Pixels * From.Row) + (Pixels * From.Pitch)) }
            .Concat(Strides([.. Ports])).ToEquatableArray();
}
