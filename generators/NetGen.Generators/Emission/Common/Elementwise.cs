using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>
/// Loops over planes of equal shape element by element. Where no plane has a border the whole chunk is one run of vectors; otherwise
/// each row is one. Derived kernels say what happens to a vector.
/// </summary>
internal abstract record ElementwiseKernel : SizedKernel
{
    /// <summary>The planes with the names of their pointers; the result is the last.</summary>
    protected abstract EquatableArray<Walker> Planes { get; }

    /// <summary>Writes what happens at <c>pointer + i</c> for every pointer.</summary>
    protected abstract void EmitElement(CodeWriter code, Isa isa);

    /// <summary>A plane of no size, for <see cref="Kernel.Body"/>.</summary>
    protected Plane Unsized => Plane.Unsized(Bordered);

    /// <summary>What the name ends with.</summary>
    protected string Suffix => Form(Bordered);

    private bool Bordered => Planes.Any(p => !p.Plane.Contiguous);

    protected override EquatableArray<string> Pointers => Planes.Select(p => "float* " + p.Pointer).ToEquatableArray();

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

    public override string Remarks => Bordered
        ? "Layout: images of rows of floats; the other sizes are floats from a row and from an image to the next."
        : "Layout: images of floats without a border.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        if (!Bordered)
        {
            code.Line("long length = (long)floats * count;");
            using (code.Block($"for (long i = 0; i < length; i += {isa.Width})"))
            {
                EmitElement(code, isa);
            }

            return;
        }

        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            using (code.Block("for (int row = 0; row < rows; row++)"))
            {
                using (code.Block($"for (int i = 0; i < floats; i += {isa.Width})"))
                {
                    EmitElement(code, isa);
                }

                foreach (Walker plane in Planes)
                {
                    code.Line($"{plane.Pointer} += {plane.Pointer}Row;");
                }
            }

            foreach (Walker plane in Planes)
            {
                code.Line($"{plane.Pointer} += {plane.Pointer}Image - (rows * {plane.Pointer}Row);");
            }
        }
    }
}

/// <summary>Copies a plane into another of the same shape.</summary>
internal sealed record CopyKernel(Plane From, Plane To) : ElementwiseKernel
{
    public override Kernel Body => this with { From = Unsized, To = Unsized };

    public override string Name => "Copy" + Suffix;

    public override string Summary => "Copies y = x.";

    protected override EquatableArray<Walker> Planes => new[] { new Walker("x", From), new Walker("y", To) };

    protected override void EmitElement(CodeWriter code, Isa isa) => code.Line(isa.Store(isa.Load("x + i"), "y + i") + ";");
}

/// <summary>Adds a plane to another of the same shape.</summary>
internal sealed record AccumulateKernel(Plane From, Plane To) : ElementwiseKernel
{
    public override Kernel Body => this with { From = Unsized, To = Unsized };

    public override string Name => "Accumulate" + Suffix;

    public override string Summary => "Adds x to y in place.";

    protected override EquatableArray<Walker> Planes => new[] { new Walker("x", From), new Walker("y", To) };

    protected override void EmitElement(CodeWriter code, Isa isa) =>
        code.Line(isa.Store($"{isa.Load("y + i")} + {isa.Load("x + i")}", "y + i") + ";");
}
