using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// Dropout, and its gradient, which is the same: the mask is not stored but drawn again, from the noise key, the image's place in the
/// batch and the element's place in the image. So it is the same whatever the chunk, the thread and the vector's width.
/// </summary>
internal sealed record DropoutKernel(Plane X, Plane Y, float Rate) : SizedKernel
{
    public bool Bordered => !X.Contiguous || !Y.Contiguous;

    public override Kernel Body => new DropoutKernel(Plane.Unsized(Bordered), Plane.Unsized(Bordered), Rate);

    public override EquatableArray<Size> Sizes => Bordered
        ? new[] { new Size("rows", X.H), new Size("floats", X.W * X.Pitch) }.Concat(Strides("x", X)).Concat(Strides("y", Y)).ToEquatableArray()
        : new[] { new Size("floats", X.Image) };
}
