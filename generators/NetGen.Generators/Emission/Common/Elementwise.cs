using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>
/// Loops over planes of equal shape element by element. Where no plane has a border the whole chunk is one run of vectors; otherwise
/// each row is one. Derived kernels say what happens to a vector.
/// </summary>
internal abstract record ElementwiseKernel(EquatableArray<Plane> Planes) : Kernel
{
    /// <summary>The name of each plane's pointer, in the order of <see cref="Planes"/>; the result is the last.</summary>
    protected abstract EquatableArray<string> Pointers { get; }

    /// <summary>Writes what happens at <c>pointer + i</c> for every pointer.</summary>
    protected abstract void EmitElement(CodeWriter code, Isa isa);

    /// <summary>Parameters between the pointers and the count.</summary>
    protected virtual EquatableArray<string> Settings => EquatableArray<string>.Empty;

    public override EquatableArray<string> Parameters =>
        Pointers.Select(p => "float* " + p).Concat(Settings).Concat(["int count"]).ToEquatableArray();

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        Plane first = Planes[0];
        if (Planes.All(p => p.Contiguous))
        {
            code.Line($"long length = {first.Image}L * count;");
            using (code.Block($"for (long i = 0; i < length; i += {isa.Width})"))
            {
                EmitElement(code, isa);
            }

            return;
        }

        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            using (code.Block($"for (int row = 0; row < {first.H}; row++)"))
            {
                using (code.Block($"for (int i = 0; i < {first.W * first.Pitch}; i += {isa.Width})"))
                {
                    EmitElement(code, isa);
                }

                Advance(code, plane => plane.Row);
            }

            Advance(code, plane => plane.Image - (plane.H * plane.Row));
        }
    }

    /// <summary>The planes' part of the name.</summary>
    protected string PlanesKey => string.Join("_", Planes.Select(p => p.Key).Distinct().Count() == 1 ? [Planes[0].Key] : Planes.Select(p => p.Key));

    private void Advance(CodeWriter code, Func<Plane, int> step)
    {
        for (int i = 0; i < Pointers.Count; i++)
        {
            if (step(Planes[i]) != 0)
            {
                code.Line($"{Pointers[i]} += {step(Planes[i])};");
            }
        }
    }
}

/// <summary>Copies a plane into another of the same shape.</summary>
internal sealed record CopyKernel(Plane From, Plane To) : ElementwiseKernel(new[] { From, To })
{
    public override string Name => $"Copy_{PlanesKey}";

    public override string Summary => "Copies y = x.";

    protected override EquatableArray<string> Pointers => new[] { "x", "y" };

    protected override void EmitElement(CodeWriter code, Isa isa) => code.Line(isa.Store(isa.Load("x + i"), "y + i") + ";");
}

/// <summary>Adds a plane to another of the same shape.</summary>
internal sealed record AccumulateKernel(Plane From, Plane To) : ElementwiseKernel(new[] { From, To })
{
    public override string Name => $"Accumulate_{PlanesKey}";

    public override string Summary => "Adds x to y in place.";

    protected override EquatableArray<string> Pointers => new[] { "x", "y" };

    protected override void EmitElement(CodeWriter code, Isa isa) =>
        code.Line(isa.Store($"{isa.Load("y + i")} + {isa.Load("x + i")}", "y + i") + ";");
}
