using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>Zeroes the border of a plane whose memory held something else before.</summary>
internal sealed record ClearBorderKernel(Plane Plane) : Kernel
{
    /// <summary>The kernel for a plane: the same whatever part of a pixel's floats are channels.</summary>
    public static ClearBorderKernel Of(Plane plane) => new(plane with { C = plane.Pitch });

    public override string Name => $"ClearBorder_{Plane.Key}";

    public override string Summary => $"Zeroes the border around images of {Plane.H} × {Plane.W} pixels of {Plane.Pitch} floats.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        // What follows a row's last pixel and what goes before the next row's first lie together.
        int side = Plane.HaloX * Plane.Pitch;
        int ends = (Plane.HaloY * Plane.Row) + side;
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            code.Line($"new global::System.Span<float>(x - {ends}, {ends}).Clear();");
            if (side > 0 && Plane.H > 1)
            {
                using (code.Block($"for (int row = 1; row < {Plane.H}; row++)"))
                {
                    code.Line($"new global::System.Span<float>(x + (row * {Plane.Row}) - {2 * side}, {2 * side}).Clear();");
                }
            }

            code.Line($"new global::System.Span<float>(x + {((Plane.H - 1) * Plane.Row) + (Plane.W * Plane.Pitch)}, {ends}).Clear();");
            code.Line($"x += {Plane.Image};");
        }
    }
}
