using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// Loops over planes of equal shape element by element. Where no plane has a border the whole chunk is one run of vectors; otherwise
/// each row is one. Derived kernels say what happens to a vector.
/// </summary>
internal abstract class ElementwiseText(ElementwiseKernel kernel) : KernelText(kernel)
{
    private readonly ElementwiseKernel _kernel = kernel;

    private EquatableArray<Port> Ports => _kernel.Ports;

    private bool Bordered => _kernel.Bordered;

    /// <summary>Writes what happens at <c>pointer + i</c> for every pointer.</summary>
    protected abstract void EmitElement(CodeWriter code, Isa isa);

    public override string Remarks => Bordered
        ? "Layout: images of rows of floats; the other sizes are floats from a row and from an image to the next."
        : "Layout: images of floats without a border.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        bool shared = _kernel.IsShareable;
        if (!Bordered && shared)
        {
            code.Line($"long vectors = (long)floats * count / {Plane.Lanes};");
            code.Line($"long end = vectors * (part + 1) / parts * {Plane.Lanes};");
            using (code.Braces($"for (long i = vectors * part / parts * {Plane.Lanes}; i < end; i += {isa.Width})"))
            {
                EmitElement(code, isa);
            }

            return;
        }

        if (!Bordered)
        {
            code.Line("long length = (long)floats * count;");
            using (code.Braces($"for (long i = 0; i < length; i += {isa.Width})"))
            {
                EmitElement(code, isa);
            }

            return;
        }

        if (shared)
        {
            code.Line("TeamShare own = TeamShare.Of(rows, part, parts);");
            foreach (Port port in Ports)
            {
                code.Line($"{port.Name} += own.First * {port.Name}Row;");
            }

            code.Line();
        }

        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            using (code.Braces($"for (int row = 0; row < {(shared ? "own.Count" : "rows")}; row++)"))
            {
                using (code.Braces($"for (int i = 0; i < floats; i += {isa.Width})"))
                {
                    EmitElement(code, isa);
                }

                foreach (Port port in Ports)
                {
                    code.Line($"{port.Name} += {port.Name}Row;");
                }
            }

            foreach (Port port in Ports)
            {
                code.Line($"{port.Name} += {port.Name}Image - ({(shared ? "own.Count" : "rows")} * {port.Name}Row);");
            }
        }
    }
}

/// <summary>Copies a plane into another of the same shape.</summary>
internal sealed class CopyText(CopyKernel kernel) : ElementwiseText(kernel)
{
    public override string Summary => "Copies y = x.";

    protected override void EmitElement(CodeWriter code, Isa isa) => code.Line(isa.Store(isa.Load("x + i"), "y + i") + ";");
}

/// <summary>Adds a plane to another of the same shape.</summary>
internal sealed class AccumulateText(AccumulateKernel kernel) : ElementwiseText(kernel)
{
    public override string Summary => "Adds x to y in place.";

    protected override void EmitElement(CodeWriter code, Isa isa) =>
        code.Line(isa.Store($"{isa.Load("y + i")} + {isa.Load("x + i")}", "y + i") + ";");
}
