using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// What products share. Factors are images, which move pixel by pixel, or vectors among images, which stay in registers; all have the same pitch.
/// </summary>
internal abstract record ProductKernel : SizedKernel
{
    /// <summary>The factors, as <c>x0</c> and so on.</summary>
    public abstract EquatableArray<Plane> Factors { get; }

    /// <summary>The image that decides how many pixels there are, and its pointer.</summary>
    public abstract Walker Large { get; }

    /// <summary>The plane that is written, and its pointer, where it is not the large image.</summary>
    public virtual Walker? Small => null;

    public bool Bordered => Moving.Any(p => !p.Plane.Contiguous);

    public IEnumerable<Walker> All => Factors.Select((f, i) => new Walker($"x{i}", f)).Concat([Large]).Concat(Small is { } small ? [small] : []);

    public IEnumerable<Walker> Moving => All.Where(p => !Stays(p.Plane, Large.Plane));

    public override EquatableArray<Size> Sizes => (Bordered
            ? new[] { new Size("rows", Large.Plane.H), new Size("columns", Large.Plane.W) }
            : [new Size("pixels", Large.Plane.H * Large.Plane.W)])
        .Concat([new Size("pitch", Large.Plane.Pitch)])
        .Concat(All.SelectMany(p => Bordered && !Stays(p.Plane, Large.Plane) ? Strides(p.Pointer, p.Plane) : [new Size(p.Pointer + "Image", p.Plane.Image)]))
        .ToEquatableArray();

    /// <summary>What is left of a plane: whether it is an image or a vector among images, and whether it has a border.</summary>
    public Plane Unsized(Plane plane) => Stays(plane, Large.Plane) ? new(0, 1, 1, 0, 0, 0) : Plane.Unsized(Bordered);

    public static bool Stays(Plane plane, Plane large) => plane.IsVector && !large.IsVector;
}

/// <summary>Multiplies values; a vector among images counts for every pixel.</summary>
internal sealed record MultiplyKernel(EquatableArray<Plane> Inputs, Plane Y) : ProductKernel
{
    public override Kernel Body => new MultiplyKernel(Inputs.Select(Unsized).ToEquatableArray(), Unsized(Y));

    public override EquatableArray<Plane> Factors => Inputs;

    public override Walker Large => new("y", Y);
}

/// <summary>The gradient by one factor: the other factors' product, summed over the pixels where the factor is a vector among images.</summary>
internal sealed record MultiplyGradientKernel(EquatableArray<Plane> Others, Plane Dy, Plane Dx) : ProductKernel
{
    public override Kernel Body => new MultiplyGradientKernel(Others.Select(Unsized).ToEquatableArray(), Unsized(Dy), Unsized(Dx));

    public override EquatableArray<Plane> Factors => Others;

    public override Walker Large => new("dy", Dy);

    public override Walker? Small => new("dx", Dx);
}
