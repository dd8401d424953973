using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>The gradient of unpooling: of each window, what lies at the place of the largest value.</summary>
internal sealed class MaxUnpoolGradientText(MaxUnpoolGradientKernel kernel) : MaxPoolWalkText(kernel)
{
    private readonly MaxUnpoolGradientKernel _kernel = kernel;

    private int Pitch => _kernel.Pitch;

    public override string Summary => "Takes of each window the gradient at the first place that holds the pool's largest value.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        EmitLast(code);
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            EmitWindows(code, "gradient", () =>
            {
                code.Line($"float* best = output + (row * outputRow) + (column * {Pitch});");
                code.Line($"float* taken = result + (row * resultRow) + (column * {Pitch});");
                using (code.Braces($"for (int channel = 0; channel < {Pitch}; channel += {isa.Width})"))
                {
                    EmitChannel(code, "gradient");
                    code.Line($"var largest = {isa.Load("best + channel")};");
                    code.Line("// Lanes that have not met it yet: the first place that holds the largest value gives all.");
                    code.Line($"var rest = {isa.Vector}.AllBitsSet;");
                    code.Line($"var value = {isa.Zero};");
                    EmitPlaces(code, "gradient", (place, target, number) =>
                    {
                        code.Line($"var hit{number} = {isa.Class}.Equals({isa.Load(place)}, largest) & rest;");
                        code.Line($"value = {isa.Class}.ConditionalSelect(hit{number}, {isa.Load(target)}, value);");
                        code.Line($"rest = {isa.Class}.AndNot(rest, hit{number});");
                    });
                    using (code.Braces($"if (!{isa.Class}.EqualsAll(largest, largest))"))
                    {
                        code.Line($"value = {method}NotANumber(input + channel, gradient + channel, value, row, column, inputRows, inputColumns, inputRow, gradientRow);");
                    }

                    code.Line(isa.Store("value", "taken + channel") + ";");
                }
            });
            foreach (string pointer in new[] { "input", "output", "gradient", "result" })
            {
                code.Line($"{pointer} += {pointer}Image;");
            }
        }

        EmitNotANumber(helpers, isa, method);
    }

    private void EmitNotANumber(CodeWriter code, Isa isa, string method)
    {
        code.Line("// Nothing equals what is not a number: the last such place of the window gives its gradient.");
        using (code.Method($"private static {isa.Vector} {method}NotANumber(float* from, float* gradient, {isa.Vector} value, int row, int column, int inputRows, int inputColumns, int inputRow, int gradientRow)"))
        {
            EmitOwnPlaces(code, () =>
            {
                code.Line($"var v = {isa.Load($"from + (y * inputRow) + (x * {Pitch})")};");
                code.Line("var odd = global::NetGen.Runtime.VectorMath.Unordered(v, v);");
                code.Line($"value = {isa.Class}.ConditionalSelect(odd, {isa.Load($"gradient + (y * gradientRow) + (x * {Pitch})")}, value);");
            });
            code.Line("return value;");
        }
    }
}
