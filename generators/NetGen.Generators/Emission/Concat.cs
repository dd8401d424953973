using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>Copies values beside each other, along channels.</summary>
internal sealed record ConcatKernel(EquatableArray<Plane> Inputs, Plane Y) : Kernel
{
    public override string Name => $"Concat_{string.Join("_", Inputs.Select(p => p.Key))}" + (Y.Contiguous ? "" : $"_to_{Y.Key}");

    public override string Summary => $"Copies {string.Join(" + ", Inputs.Select(p => p.C))} channels beside each other.";

    public override EquatableArray<string> Parameters =>
        Enumerable.Range(0, Inputs.Count).Select(i => $"float* x{i}").Concat(["float* y", "int count"]).ToEquatableArray();

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        var walkers = Inputs.Select((p, i) => new Walker($"x{i}", p)).Concat([new Walker("y", Y)]).ToEquatableArray();
        Walk.Pixels(code, "count", walkers, 1, () =>
        {
            int offset = 0;
            for (int i = 0; i < Inputs.Count; i++)
            {
                code.Line($"// Channels {offset} to {offset + Inputs[i].C - 1}.");
                Copy(code, isa, $"x{i}", Inputs[i].C, offset);
                offset += Inputs[i].C;
            }
        });
    }

    /// <summary>
    /// Copies exactly the channels' worth that matters: a last vector may run over where the next input overwrites it or the padding
    /// takes it, but not out of the pixel.
    /// </summary>
    private void Copy(CodeWriter code, Isa isa, string x, int channels, int offset)
    {
        int whole = channels / isa.Width * isa.Width;
        if (whole > 4 * isa.Width)
        {
            using (code.Block($"for (int i = 0; i < {whole}; i += {isa.Width})"))
            {
                code.Line(isa.Store(isa.Load($"{x} + i"), $"{Walk.At("y", offset)} + i") + ";");
            }
        }
        else
        {
            for (int i = 0; i < whole; i += isa.Width)
            {
                Vector(code, isa, x, i, offset);
            }
        }

        if (whole == channels)
        {
            return;
        }

        if (offset + whole + isa.Width <= Y.Pitch)
        {
            Vector(code, isa, x, whole, offset);
        }
        else if (whole > 0)
        {
            Vector(code, isa, x, channels - isa.Width, offset);
        }
        else
        {
            for (int i = 0; i < channels; i++)
            {
                code.Line($"y[{offset + i}] = {x}[{i}];");
            }
        }
    }

    private static void Vector(CodeWriter code, Isa isa, string x, int at, int offset) =>
        code.Line(isa.Store(isa.Load(Walk.At(x, at)), Walk.At("y", offset + at)) + ";");
}

/// <summary>Takes one input's channels out of a concatenation's gradient.</summary>
internal sealed record SliceKernel(Plane Dy, int Offset, Plane Dx) : Kernel
{
    public override string Name => $"Slice{Offset}_{Dy.Key}_to_{Dx.Key}";

    public override string Summary => $"Copies channels {Offset} to {Offset + Dx.C - 1}.";

    public override EquatableArray<string> Parameters => new[] { "float* dy", "float* dx", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        Walk.Pixels(code, "count", new[] { new Walker("dy", Dy), new Walker("dx", Dx) }, 1, () =>
        {
            int vectors = (Dx.C + isa.Width - 1) / isa.Width;
            if (vectors > 4)
            {
                using (code.Block($"for (int i = 0; i < {vectors * isa.Width}; i += {isa.Width})"))
                {
                    code.Line(isa.Store(isa.Load($"{Walk.At("dy", Offset)} + i"), "dx + i") + ";");
                }
            }
            else
            {
                for (int v = 0; v < vectors; v++)
                {
                    code.Line(isa.Store(isa.Load(Walk.At("dy", Offset + (v * isa.Width))), Walk.At("dx", v * isa.Width)) + ";");
                }
            }
        });
}
