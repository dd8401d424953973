using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>Copies an image into a larger one and writes zeros around it. The gradient of cropping is the same.</summary>
internal sealed record ZeroPadKernel(Plane From, Plane To, int Pixels) : Kernel
{
    public override string Name => $"ZeroPad{Pixels}_{From.Key}_to_{To.Key}";

    public override string Summary => $"Copies {From.H} × {From.W} pixels into {To.H} × {To.W}, with zeros around them.";

    public override EquatableArray<string> Parameters => new[] { "float* from", "float* to", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            EmitZeroRows(code, 0);
            code.Line("// A row of the image between zeros.");
            using (code.Block($"for (int row = 0; row < {From.H}; row++)"))
            {
                code.Line($"float* at = to + ((row + {Pixels}) * {To.Row});");
                code.Line($"new global::System.Span<float>(at, {Pixels * To.Pitch}).Clear();");
                code.Line($"new global::System.ReadOnlySpan<float>(from + (row * {From.Row}), {From.W * From.Pitch}).CopyTo(new global::System.Span<float>(at + {Pixels * To.Pitch}, {From.W * From.Pitch}));");
                code.Line($"new global::System.Span<float>(at + {(Pixels + From.W) * To.Pitch}, {Pixels * To.Pitch}).Clear();");
            }

            EmitZeroRows(code, Pixels + From.H);
            code.Line($"from += {From.Image};");
            code.Line($"to += {To.Image};");
        }
    }

    private void EmitZeroRows(CodeWriter code, int first)
    {
        using (code.Block($"for (int row = {first}; row < {first + Pixels}; row++)"))
        {
            code.Line($"new global::System.Span<float>(to + (row * {To.Row}), {To.W * To.Pitch}).Clear();");
        }
    }
}
