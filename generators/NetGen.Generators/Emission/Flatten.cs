using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>Turns an image into a feature vector in C, H, W order, or back.</summary>
internal sealed record FlattenKernel(Plane Image, Plane Vector, bool Back) : Kernel
{
    private const int Step = 8;

    public override string Name => $"{(Back ? "Unflatten" : "Flatten")}_{Image.Key}" + (Vector.Contiguous ? "" : $"_{Vector.Key}");

    public override string Summary => Back
        ? $"Turns vectors in C, H, W order back into images of {Image.C} × {Image.H} × {Image.W}."
        : $"Turns images of {Image.C} × {Image.H} × {Image.W} into vectors in C, H, W order.";

    public override EquatableArray<string> Parameters => Back ? new[] { "float* vector", "float* image", "int count" } : new[] { "float* image", "float* vector", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int i = 0; i < count; i++)"))
        {
            // A few channels at a time: the places that they are written to are far apart, often by a power of two, which a cache takes badly.
            using (code.Block($"for (int first = 0; first < {Image.C}; first += {Step})"))
            using (code.Block($"for (int row = 0; row < {Image.H}; row++)"))
            using (code.Block($"for (int column = 0; column < {Image.W}; column++)"))
            {
                code.Line($"float* pixel = image + (row * {Image.Row}) + (column * {Image.Pitch});");
                code.Line($"float* place = vector + (row * {Image.W}) + column;");
                string end = Image.C % Step == 0 ? $"first + {Step}" : $"global::System.Math.Min(first + {Step}, {Image.C})";
                using (code.Block($"for (int channel = first; channel < {end}; channel++)"))
                {
                    code.Line(Back ? $"pixel[channel] = place[channel * {Image.H * Image.W}];" : $"place[channel * {Image.H * Image.W}] = pixel[channel];");
                }
            }

            code.Line($"image += {Image.Image};");
            code.Line($"vector += {Vector.Image};");
        }
    }
}
