using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>Copies an image without its border. The gradient of padding is the same.</summary>
internal sealed record CropKernel(Plane From, Plane To, int Pixels) : Kernel
{
    public override string Name => $"Crop{Pixels}_{From.Key}_to_{To.Key}";

    public override string Summary => $"Copies the inner {To.H} × {To.W} of {From.H} × {From.W} pixels.";

    public override EquatableArray<string> Parameters => new[] { "float* from", "float* to", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            using (code.Block($"for (int row = 0; row < {To.H}; row++)"))
            {
                code.Line($"float* at = from + ((row + {Pixels}) * {From.Row}) + {Pixels * From.Pitch};");
                code.Line($"new global::System.ReadOnlySpan<float>(at, {To.W * To.Pitch}).CopyTo(new global::System.Span<float>(to + (row * {To.Row}), {To.W * To.Pitch}));");
            }

            code.Line($"from += {From.Image};");
            code.Line($"to += {To.Image};");
        }
    }
}
