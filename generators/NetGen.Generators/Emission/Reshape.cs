using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>Moves values to an image of another shape, both in C, H, W order. The same serves the way back.</summary>
internal sealed record ReshapeKernel(Plane From, Plane To) : Kernel
{
    public override string Name => $"Reshape_{From.Key}_to_{To.Key}";

    public override string Summary => $"Turns {From.C} × {From.H} × {From.W} into {To.C} × {To.H} × {To.W}, both in C, H, W order.";

    public override EquatableArray<string> Parameters => new[] { "float* from", "float* to", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            code.Line("// The place that is read; the loops are the one that is written.");
            code.Line("int fromChannel = 0;");
            code.Line("int fromRow = 0;");
            code.Line("int fromColumn = 0;");
            using (code.Block($"for (int channel = 0; channel < {To.C}; channel++)"))
            using (code.Block($"for (int row = 0; row < {To.H}; row++)"))
            using (code.Block($"for (int column = 0; column < {To.W}; column++)"))
            {
                code.Line($"to[(row * {To.Row}) + (column * {To.Pitch}) + channel] = from[(fromRow * {From.Row}) + (fromColumn * {From.Pitch}) + fromChannel];");
                using (code.Block($"if (++fromColumn == {From.W})"))
                {
                    code.Line("fromColumn = 0;");
                    using (code.Block($"if (++fromRow == {From.H})"))
                    {
                        code.Line("fromRow = 0;");
                        code.Line("fromChannel++;");
                    }
                }
            }

            code.Line($"from += {From.Image};");
            code.Line($"to += {To.Image};");
        }
    }
}
