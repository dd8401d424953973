using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>The sum or the product of values, of which some are there for many rows, columns or channels.</summary>
internal sealed class BroadcastText(BroadcastKernel kernel) : KernelText(kernel)
{
    private readonly BroadcastKernel _kernel = kernel;

    private EquatableArray<Plane> Inputs => _kernel.Inputs;

    public override string Summary => $"{(_kernel.Multiplies ? "Multiplies" : "Adds")} {Inputs.Count} values; one that has a single row, column or channel where others have many is there for each.";

    public override string Remarks => BroadcastSteps.Remarks;

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            using (code.Braces("for (int row = 0; row < rows; row++)"))
            {
                using (code.Braces("for (int column = 0; column < columns; column++)"))
                {
                    for (int i = 0; i < Inputs.Count; i++)
                    {
                        BroadcastSteps.Locate(code, isa, $"x{i}", IsOneChannel(i), "row", "column");
                    }

                    code.Line("float* to = y + (row * yRow) + (column * yColumn);");
                    using (code.Braces($"for (int channel = 0; channel < pitch; channel += {isa.Width})"))
                    {
                        string value = string.Join(_kernel.Multiplies ? " * " : " + ", Enumerable.Range(0, Inputs.Count).Select(i => BroadcastSteps.Vector(isa, $"x{i}", IsOneChannel(i))));
                        code.Line(isa.Store(value, "to + channel") + ";");
                    }
                }
            }

            BroadcastSteps.Advance(code, _kernel.Ports);
        }
    }

    private bool IsOneChannel(int input) => BroadcastWalk.IsOneChannel(Inputs[input], _kernel.Y);
}
