using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Copies an image into a larger one and writes zeros around it. The gradient of cropping is the same.</summary>
internal sealed record ZeroPadKernel(Plane From, Plane To, int Pixels) : SizedKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("from", From), Port.Write("to", To) };

    public override Kernel Body => new ZeroPadKernel(Plane.Unsized(false), Plane.Unsized(false), 0);

    public override EquatableArray<Size> Sizes =>
        new[] { new Size("rows", From.H), new Size("columns", From.W), new Size("pixels", Pixels), new Size("pitch", From.Pitch) }
            .Concat(Strides([.. Ports])).ToEquatableArray();
}
