using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Brings images from NCHW into a plane, or hands them out.</summary>
/// <param name="Plane">The plane.</param>
/// <param name="Sample">Floats from an image to the next in NCHW: more than the image where others lie between.</param>
internal abstract record ExchangeKernel(Plane Plane, int Sample) : SizedKernel
{
    protected override NameParts NameParts => $"{Plane.IsVector:Vectors}";

    /// <summary>Threads share the rows of images.</summary>
    public override bool IsShareable => !Plane.IsVector;

    public override long Effort => (long)Plane.C * Plane.H * Plane.W * FloatEffort;

    /// <summary>The port of the plane.</summary>
    public Port Inside => Ports.First(p => p.Plane is not null);

    /// <summary>The port of the other side.</summary>
    public Port Outside => Ports.First(p => p.Plane is null);

    public override EquatableArray<Size> Sizes => Plane.IsVector
        ? new[] { new Size("channels", Plane.C), ImageOf(Inside), new Size($"{Outside.Name}Image", Sample) }
        : new[] { new Size("channels", Plane.C), new Size("rows", Plane.H), new Size("columns", Plane.W), new Size("pitch", Plane.Pitch) }
            .Concat(Strides(Inside)).Concat([new Size($"{Outside.Name}Image", Sample)]).ToEquatableArray();

    /// <summary>What is left of the plane: whether it is a vector.</summary>
    public static Plane Unsized(Plane plane) => plane.IsVector ? new(0, 1, 1, 0, 0, 0) : Plane.Unsized(false);
}

/// <summary>Brings images from NCHW into a plane.</summary>
internal sealed record EnterKernel(Plane Plane, int Sample) : ExchangeKernel(Plane, Sample)
{
    /// <summary>For images that follow each other.</summary>
    public EnterKernel(Plane plane)
        : this(plane, plane.C * plane.H * plane.W)
    {
    }

    public override EquatableArray<Port> Ports => new[] { Port.Read("x"), Port.Write("y", Plane) };

    public override Kernel Body => new EnterKernel(Unsized(Plane), 0);
}
