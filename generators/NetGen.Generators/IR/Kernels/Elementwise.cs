using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// Loops over planes of equal shape element by element. Where no plane has a border the whole chunk is one run of vectors; otherwise
/// each row is one. Derived kernels say what happens to a vector.
/// </summary>
internal abstract record ElementwiseKernel : WalkKernel
{
    public override EquatableArray<Size> Sizes
    {
        get
        {
            Plane first = First;
            return Bordered
                ? new[] { new Size("rows", first.H), new Size("floats", first.W * first.Pitch) }.Concat(Strides(Walked)).ToEquatableArray()
                : new[] { new Size("floats", first.Image) };
        }
    }
}

/// <summary>Copies a plane into another of the same shape.</summary>
internal sealed record CopyKernel(Plane From, Plane To) : ElementwiseKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", From), Port.Write("y", To) };

    public override Kernel Body => this with { From = Unsized, To = Unsized };
}

/// <summary>Adds a plane to another of the same shape.</summary>
internal sealed record AccumulateKernel(Plane From, Plane To) : ElementwiseKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", From), Port.Update("y", To) };

    public override Kernel Body => this with { From = Unsized, To = Unsized };
}
