using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>The gradient by a bias: the output's gradient summed over pixels and images, added to the lane's sums.</summary>
internal sealed record BiasGradientKernel(Plane Dy) : Kernel
{
    public override string Name => $"BiasGradient_{Dy.Key}";

    public override string Summary => "Adds the gradient by the bias, dy summed over pixels, to the lane's sums.";

    public override EquatableArray<string> Parameters => new[] { "float* dy", "float* db", "int count" };

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        // Four chains hide the addition's latency.
        int unrolled = Dy.W % 4 == 0 ? 4 : Dy.W % 2 == 0 ? 2 : 1;
        using (code.Block($"for (int channel = 0; channel < {Dy.Pitch}; channel += {isa.Width})"))
        {
            for (int u = 0; u < unrolled; u++)
            {
                code.Line($"var sum{u} = {(u == 0 ? isa.Load("db + channel") : isa.Zero)};");
            }

            using (code.Block("for (int image = 0; image < count; image++)"))
            using (code.Block($"for (int row = 0; row < {Dy.H}; row++)"))
            {
                code.Line($"float* d = dy + (image * {Dy.Image}L) + (row * {Dy.Row}) + channel;");
                using (code.Block($"for (int column = 0; column < {Dy.W}; column += {unrolled})"))
                {
                    for (int u = 0; u < unrolled; u++)
                    {
                        code.Line($"sum{u} += {isa.Load(u == 0 ? "d" : $"d + {u * Dy.Pitch}")};");
                    }

                    code.Line($"d += {unrolled * Dy.Pitch};");
                }
            }

            code.Line(isa.Store(string.Join(" + ", Enumerable.Range(0, unrolled).Select(u => $"sum{u}")), "db + channel") + ";");
        }
    }
}
