using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>Brings images from NCHW into a plane.</summary>
/// <param name="Plane">The plane.</param>
/// <param name="Sample">Floats from an image to the next in NCHW: more than the image where others lie between.</param>
internal sealed record EnterKernel(Plane Plane, int Sample) : Kernel
{
    /// <summary>For images that follow each other.</summary>
    public EnterKernel(Plane plane)
        : this(plane, plane.C * plane.H * plane.W)
    {
    }

    public override string Name => $"Enter_{Plane.Key}" + (Sample == Plane.C * Plane.H * Plane.W ? "" : $"_of{Sample}");

    public override string Summary => $"Copies images of {Plane.C} × {Plane.H} × {Plane.W} from NCHW into the internal NHWC layout.";

    public override EquatableArray<string> Parameters => new[] { "float* x", "float* y", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            if (Plane.IsVector)
            {
                code.Line($"global::System.Buffer.MemoryCopy(x, y, {Plane.C} * sizeof(float), {Plane.C} * sizeof(float));");
            }
            else
            {
                using (code.Block($"for (int row = 0; row < {Plane.H}; row++)"))
                using (code.Block($"for (int channel = 0; channel < {Plane.C}; channel++)"))
                {
                    code.Line($"float* from = x + (((channel * {Plane.H}) + row) * {Plane.W});");
                    code.Line($"float* to = y + (row * {Plane.Row}) + channel;");
                    using (code.Block($"for (int column = 0; column < {Plane.W}; column++)"))
                    {
                        code.Line($"to[column * {Plane.Pitch}] = from[column];");
                    }
                }
            }

            code.Line($"x += {Sample};");
            code.Line($"y += {Plane.Image};");
        }
    }
}
