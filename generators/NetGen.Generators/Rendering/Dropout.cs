using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// Dropout, and its gradient, which is the same: the mask is not stored but drawn again, from the noise key, the image's place in the
/// batch and the element's place in the image. So it is the same whatever the chunk, the thread and the vector's width.
/// </summary>
internal sealed class DropoutText(DropoutKernel kernel) : KernelText(kernel)
{
    private readonly DropoutKernel _kernel = kernel;

    private bool Bordered => _kernel.Bordered;

    private float Rate => _kernel.Rate;

    public override string Summary => $"Keeps an element with probability 1 − {Literals.Of(Rate)} and scales it up, else writes 0.";

    public override string Remarks => Bordered
        ? "Layout: images of rows of floats; the other sizes are floats from a row and from an image to the next."
        : "Layout: images of floats without a border.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        // A draw is uniform over all signed 32-bit numbers; an element is kept where it lies above this.
        long threshold = (long)Math.Round(Rate * 4294967296.0) + int.MinValue - 1;
        int limit = (int)Math.Max(int.MinValue, Math.Min(int.MaxValue, threshold));
        float scale = Rate < 1 ? (float)(1.0 / (1.0 - (double)Rate)) : 0;
        code.Line($"var scale = {isa.Broadcast(Literals.Of(scale))};");
        code.Line($"var limit = {isa.Broadcast(Literals.Of(limit), "int")};");
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            code.Line("// The image's two keys: splitmix64's finaliser over the layer's noise and the image's place in the batch.");
            code.Line("ulong z = noise + ((ulong)(uint)(first + image) * 0x9E3779B97F4A7C15UL);");
            code.Line("z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;");
            code.Line("z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;");
            code.Line("z ^= z >> 31;");
            code.Line($"var key = {isa.Broadcast("(uint)(z >> 32)", "uint")};");
            code.Line($"var place = {isa.Class}<uint>.Indices + {isa.Broadcast("(uint)z", "uint")};");
            if (!Bordered)
            {
                Run(code, isa);
                code.Line("x += floats;");
                code.Line("y += floats;");
                return;
            }

            using (code.Braces("for (int row = 0; row < rows; row++)"))
            {
                Run(code, isa);
                code.Line("x += xRow;");
                code.Line("y += yRow;");
            }

            code.Line("x += xImage - (rows * xRow);");
            code.Line("y += yImage - (rows * yRow);");
        }
    }

    private static void Run(CodeWriter code, Isa isa)
    {
        using (code.Braces($"for (int i = 0; i < floats; i += {isa.Width})"))
        {
            code.Line("// A draw for each element: murmur3's finaliser, with the second key in the middle.");
            code.Line($"var draw = (place ^ {isa.Class}.ShiftRightLogical(place, 16)) * {isa.Broadcast("0x85EBCA6BU", "uint")};");
            code.Line("draw ^= key;");
            code.Line($"draw = (draw ^ {isa.Class}.ShiftRightLogical(draw, 13)) * {isa.Broadcast("0xC2B2AE35U", "uint")};");
            code.Line($"draw ^= {isa.Class}.ShiftRightLogical(draw, 16);");
            code.Line($"place += {isa.Broadcast($"{isa.Width}U", "uint")};");
            code.Line($"var keep = {isa.Class}.GreaterThan(draw.AsInt32(), limit).AsSingle();");
            code.Line(isa.Store($"{isa.Load("x + i")} * {isa.Class}.ConditionalSelect(keep, scale, {isa.Zero})", "y + i") + ";");
        }
    }
}
