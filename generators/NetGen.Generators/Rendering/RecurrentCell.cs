using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>A step of a recurrent layer: it goes through the images, and through the units vector by vector.</summary>
internal abstract class RecurrentCellText(RecurrentCellKernel kernel) : KernelText(kernel)
{
    private readonly RecurrentCellKernel _kernel = kernel;

    public override string Remarks => "Layout: an image's gates follow each other, pitch floats each; the other sizes are floats from an image to the next.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        if (_kernel.IsShareable)
        {
            code.Line($"TeamShare own = TeamShare.Of(pitch / {Plane.Lanes}, part, parts);");
        }

        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            if (_kernel.Lengths is null)
            {
                EmitImage(code, isa);
            }
            else
            {
                EmitUpToTheEnd(code, isa);
            }

            foreach (Port port in _kernel.Ports.Where(p => p.IsPointer))
            {
                code.Line($"{port.Name} += {port.Name}Image;");
            }
        }
    }

    /// <summary>Writes what happens to an image that has the step.</summary>
    protected void EmitImage(CodeWriter code, Isa isa)
    {
        (string first, string end) = _kernel.IsShareable ? ($"own.First * {Plane.Lanes}", $"own.End * {Plane.Lanes}") : ("0", "pitch");
        using (code.Braces($"for (int i = {first}; i < {end}; i += {isa.Width})"))
        {
            EmitUnits(code, isa);
        }
    }

    /// <summary>Writes what happens to an image whose steps may have ended.</summary>
    protected virtual void EmitUpToTheEnd(CodeWriter code, Isa isa)
    {
        using (code.Braces("if (step < (int)*lengths)"))
        {
            EmitImage(code, isa);
        }
    }

    /// <summary>Writes what happens to a vector of units at <c>i</c>.</summary>
    protected abstract void EmitUnits(CodeWriter code, Isa isa);

    /// <summary>The address of a gate's units.</summary>
    protected static string Gate(string pointer, int gate) => gate == 0 ? $"{pointer} + i" : gate == 1 ? $"{pointer} + pitch + i" : $"{pointer} + ({gate} * pitch) + i";

    /// <summary>A gate's sums: what the input and the state add.</summary>
    protected static string Sum(Isa isa, int gate) => $"{isa.Load(Gate("gates", gate))} + {isa.Load(Gate("fromState", gate))}";

    /// <summary>A function of the run-time library.</summary>
    protected static string Call(string function, string value) => $"global::NetGen.Runtime.VectorMath.{function}({value})";
}

/// <summary>The gradients of a step.</summary>
internal abstract class RecurrentCellGradientText(RecurrentCellGradientKernel kernel) : RecurrentCellText(kernel)
{
    private readonly RecurrentCellGradientKernel _kernel = kernel;
    private bool _atEnd;

    /// <summary>Whether what is written is a last step, to which no later one hands a gradient.</summary>
    protected bool IsLast => _kernel.IsLast || _atEnd;

    private bool HasOutput => _kernel.Dy is not null && (_atEnd || !_kernel.DyAtEnd);

    protected override void EmitUpToTheEnd(CodeWriter code, Isa isa)
    {
        code.Line("int last = (int)*lengths - 1;");
        using (code.Braces("if (step == last)"))
        {
            _atEnd = true;
            EmitImage(code, isa);
            _atEnd = false;
        }

        using (code.Braces("else if (step < last)"))
        {
            EmitImage(code, isa);
        }
    }

    /// <summary>Declares <c>dh</c>, the gradient by the state, and <c>real</c>, which is set where units are.</summary>
    protected void EmitStateGradient(CodeWriter code, Isa isa, string? also = null)
    {
        List<string> parts = [];
        if (HasOutput)
        {
            parts.Add(isa.Load("dy + i"));
        }

        if (!IsLast)
        {
            parts.Add(isa.Load("dh + i"));
            if (also is not null)
            {
                parts.Add(isa.Load(also + " + i"));
            }
        }

        code.Line("// Beyond the units may be anything: it must not reach the product with the weights.");
        code.Line($"var real = {isa.Class}.LessThan({isa.Class}<int>.Indices + {isa.Broadcast("i", "int")}, {isa.Broadcast("units", "int")}).AsSingle();");
        code.Line($"var dState = {(parts.Count == 0 ? isa.Zero : string.Join(" + ", parts))};");
    }

    /// <summary>Writes a gradient, which is 0 beyond the units.</summary>
    protected static void Store(CodeWriter code, Isa isa, string value, string pointer) =>
        code.Line(isa.Store($"{isa.Class}.ConditionalSelect(real, {Call("Flush", value)}, {isa.Zero})", pointer) + ";");

    /// <summary>Times the slope of the sigmoid whose value a gate is.</summary>
    protected static string TimesSigmoid(Isa isa, string gradient, string gate) => $"{gradient} * ({gate} * ({isa.Vector}.One - {gate}))";

    /// <summary>Times the slope of the hyperbolic tangent whose value a gate is.</summary>
    protected static string TimesTanh(Isa isa, string gradient, string gate) => $"{gradient} * (({isa.Vector}.One - {gate}) * ({isa.Vector}.One + {gate}))";
}
