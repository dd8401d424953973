using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Zeroes the steps behind the end of each sequence.</summary>
/// <param name="Lengths">How the number of a sequence's steps lies.</param>
/// <param name="X">The steps.</param>
internal sealed record ClearPaddingKernel(Plane Lengths, Plane X) : SizedKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("lengths", Lengths), Port.Update("x", X) };

    public override Kernel Body => new ClearPaddingKernel(Plane.Unsized(bordered: true), Plane.Unsized(bordered: true));

    public override EquatableArray<Size> Sizes =>
        new[] { new Size("steps", X.W), new Size("pitch", X.Pitch) }.Concat(Ports.Select(ImageOf)).ToEquatableArray();
}

/// <summary>Copies the last step of each sequence.</summary>
/// <param name="Lengths">How the number of a sequence's steps lies.</param>
/// <param name="X">The steps.</param>
/// <param name="Y">Where the last one goes.</param>
internal sealed record CopyLastStepKernel(Plane Lengths, Plane X, Plane Y) : SizedKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("lengths", Lengths), Port.Read("x", X), Port.Write("y", Y) };

    public override Kernel Body => new CopyLastStepKernel(Plane.Unsized(bordered: true), Plane.Unsized(bordered: true), Plane.Unsized(bordered: true));

    public override EquatableArray<Size> Sizes => new[] { new Size("pitch", X.Pitch) }.Concat(Ports.Select(ImageOf)).ToEquatableArray();
}
