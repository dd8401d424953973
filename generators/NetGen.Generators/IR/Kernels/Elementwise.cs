using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// Loops over planes of equal shape element by element. Where no plane has a border the whole chunk is one run of vectors; otherwise
/// each row is one. Derived kernels say what happens to a vector.
/// </summary>
internal abstract record ElementwiseKernel : SizedKernel
{
    /// <summary>The planes with the names of their pointers; the result is the last.</summary>
    public abstract EquatableArray<Walker> Planes { get; }

    /// <summary>A plane of no size, for <see cref="Kernel.Body"/>.</summary>
    public Plane Unsized => Plane.Unsized(Bordered);

    public bool Bordered => Planes.Any(p => !p.Plane.Contiguous);

    public override EquatableArray<Size> Sizes
    {
        get
        {
            Plane first = Planes[0].Plane;
            return Bordered
                ? new[] { new Size("rows", first.H), new Size("floats", first.W * first.Pitch) }.Concat(Planes.SelectMany(p => Strides(p.Pointer, p.Plane))).ToEquatableArray()
                : new[] { new Size("floats", first.Image) };
        }
    }
}

/// <summary>Copies a plane into another of the same shape.</summary>
internal sealed record CopyKernel(Plane From, Plane To) : ElementwiseKernel
{
    public override Kernel Body => this with { From = Unsized, To = Unsized };

    public override EquatableArray<Walker> Planes => new[] { new Walker("x", From), new Walker("y", To) };
}

/// <summary>Adds a plane to another of the same shape.</summary>
internal sealed record AccumulateKernel(Plane From, Plane To) : ElementwiseKernel
{
    public override Kernel Body => this with { From = Unsized, To = Unsized };

    public override EquatableArray<Walker> Planes => new[] { new Walker("x", From), new Walker("y", To) };
}
