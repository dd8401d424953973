using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>The gradient by a value that is there for many rows, columns or channels, or by one beside such.</summary>
internal sealed class BroadcastGradientText(BroadcastGradientKernel kernel) : KernelText(kernel)
{
    private readonly BroadcastGradientKernel _kernel = kernel;

    private EquatableArray<Plane> Others => _kernel.Others;

    public override string Summary =>
        (Others.Count == 0 ? "Sums the gradient" : "Multiplies the gradient by the other factors, and sums it") + " over the rows, columns and channels that a value is there for.";

    public override string Remarks => BroadcastSteps.Remarks;

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            using (code.Braces("for (int row = 0; row < rows; row++)"))
            {
                using (code.Braces("for (int column = 0; column < columns; column++)"))
                {
                    code.Line("float* to = dx + (row * dxRow) + (column * dxColumn);");
                    if (_kernel.SumsChannels)
                    {
                        EmitOneSum(code, isa);
                    }
                    else
                    {
                        EmitSumOfEachChannel(code, isa);
                    }
                }
            }

            BroadcastSteps.Advance(code, _kernel.Ports);
        }
    }

    private void EmitSumOfEachChannel(CodeWriter code, Isa isa)
    {
        using (code.Braces($"for (int channel = 0; channel < pitch; channel += {isa.Width})"))
        {
            code.Line($"var sum = {isa.Zero};");
            EachSummed(code, isa, () => code.Line($"sum += {Product(isa)};"));
            code.Line(isa.Store("sum", "to + channel") + ";");
        }
    }

    /// <summary>Lanes behind the channels may hold anything, so those that fill no vector are added one by one.</summary>
    private void EmitOneSum(CodeWriter code, Isa isa)
    {
        code.Line($"var sum = {isa.Zero};");
        code.Line("float rest = 0;");
        EachSummed(code, isa, () =>
        {
            code.Line("int channel = 0;");
            using (code.Braces($"for (; channel <= channels - {isa.Width}; channel += {isa.Width})"))
            {
                code.Line($"sum += {Product(isa)};");
            }

            code.Line();
            using (code.Braces("for (; channel < channels; channel++)"))
            {
                code.Line($"rest += {string.Join(" * ", Others.Select((p, i) => IsOneChannel(p) ? $"x{i}At[0]" : $"x{i}At[channel]").Prepend("dyAt[channel]"))};");
            }
        });
        code.Line($"to[0] = {isa.Class}.Sum(sum) + rest;");
    }

    /// <summary>Loops over the pixels of the result that the value's pixel is there for.</summary>
    private void EachSummed(CodeWriter code, Isa isa, Action body)
    {
        using (code.Braces("for (int y = row; y < row + summedRows; y++)"))
        {
            using (code.Braces("for (int x = column; x < column + summedColumns; x++)"))
            {
                BroadcastSteps.Locate(code, isa, "dy", isOneChannel: false, "y", "x");
                for (int i = 0; i < Others.Count; i++)
                {
                    BroadcastSteps.Locate(code, isa, $"x{i}", IsOneChannel(Others[i]), "y", "x");
                }

                body();
            }
        }
    }

    private string Product(Isa isa) => string.Join(" * ", Others.Select((p, i) => BroadcastSteps.Vector(isa, $"x{i}", IsOneChannel(p))).Prepend(BroadcastSteps.Vector(isa, "dy", isOneChannel: false)));

    private bool IsOneChannel(Plane plane) => BroadcastWalk.IsOneChannel(plane, _kernel.Dy);
}
