using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>What both directions of pooled regions share: which pixels a cell has.</summary>
internal abstract class RoIPoolWalkText(RoIKernel kernel) : RoIText(kernel)
{
    /// <summary>The box in whole pixels of the image, the last ones included.</summary>
    protected void EmitBox(CodeWriter code)
    {
        code.Line($"int left = {Whole("corners[0]")};");
        code.Line($"int top = {Whole("corners[1]")};");
        code.Line($"int width = global::System.Math.Max({Whole("corners[2]")} - left + 1, 1);");
        code.Line($"int height = global::System.Math.Max({Whole("corners[3]")} - top + 1, 1);");
    }

    /// <summary>The pixels of a cell: from <c>firstRow</c> to before <c>endRow</c>, and columns alike.</summary>
    protected void EmitBounds(CodeWriter code)
    {
        EmitRange(code, "Row", "row", "top", "height", Spec.H, "rows");
        EmitRange(code, "Column", "column", "left", "width", Spec.W, "columns");
    }

    /// <summary>Loops over a cell's pixels: inside, <c>at</c> is one's place in an image whose rows are as far apart as a size says.</summary>
    protected static void EmitPixels(CodeWriter code, Action body)
    {
        using (code.Braces("for (int y = firstRow; y < endRow; y++)"))
        using (code.Braces("for (int x = firstColumn; x < endColumn; x++)"))
        {
            body();
        }
    }

    /// <summary>The vector's largest values, and the least number where there is none.</summary>
    protected static void EmitLargest(CodeWriter code, Isa isa)
    {
        code.Line($"var largest = {isa.Broadcast("float.MinValue")};");
        EmitPixels(code, () =>
        {
            code.Line($"var value = {isa.Load("input + (y * inputRow) + (x * pitch) + channel")};");
            code.Line($"largest = {isa.Class}.ConditionalSelect({isa.Class}.GreaterThan(value, largest), value, largest);");
        });
    }

    /// <summary>Rounded half away from zero, as C's <c>round</c>; far outside is far outside.</summary>
    private string Whole(string corner) =>
        $"(int)global::System.Math.Round(global::System.Math.Clamp({corner} * {Scale}, -1e6f, 1e6f), global::System.MidpointRounding.AwayFromZero)";

    private static void EmitRange(CodeWriter code, string what, string place, string start, string extent, int cells, string size)
    {
        code.Line($"int first{what} = global::System.Math.Clamp({start} + ({place} * {extent} / {cells}), 0, {size});");
        code.Line($"int end{what} = global::System.Math.Clamp({start} + (((({place} + 1) * {extent}) + {cells - 1}) / {cells}), 0, {size});");
    }
}

/// <summary>The largest values of regions' cells.</summary>
internal sealed class RoIPoolText(RoIPoolKernel kernel) : RoIPoolWalkText(kernel)
{
    public override string Summary => $"Cuts boxes out of an image and takes the largest value of each of {Spec.H}×{Spec.W} cells.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        EmitBoxes(code, "regions", ["input", "boxes", "regions"], null, () =>
        {
            EmitBox(code);
            EmitCells(code, () =>
            {
                EmitBounds(code);
                code.Line("bool isEmpty = endRow <= firstRow || endColumn <= firstColumn;");
                using (code.Braces($"for (int channel = 0; channel < pitch; channel += {isa.Width})"))
                {
                    EmitLargest(code, isa);
                    code.Line(isa.Store($"isEmpty ? {isa.Zero} : largest", "cell + channel") + ";");
                }
            });
            EmitTurn(code, back: false);
        });
}

/// <summary>The gradient of the largest values: each cell's goes to the first pixel that holds its largest one.</summary>
internal sealed class RoIPoolGradientText(RoIPoolGradientKernel kernel) : RoIPoolWalkText(kernel)
{
    public override string Summary => "Hands each cell's gradient to the first pixel that holds its largest value.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers) =>
        EmitBoxes(code, "gradient", ["input", "boxes", "gradient", "result"], () => Clear.EmitRows(code, "result", "rows", "columns * pitch"), () =>
        {
            EmitBox(code);
            EmitClearRest(code);
            EmitTurn(code, back: true);
            EmitCells(code, () =>
            {
                EmitBounds(code);
                using (code.Braces($"for (int channel = 0; channel < pitch; channel += {isa.Width})"))
                {
                    EmitLargest(code, isa);
                    code.Line($"var given = {isa.Load("cell + channel")};");
                    code.Line("// Lanes that have not met it yet: the first place that holds the largest value gets all.");
                    code.Line($"var rest = {isa.Vector}.AllBitsSet;");
                    EmitPixels(code, () =>
                    {
                        code.Line("float* to = result + (y * resultRow) + (x * pitch) + channel;");
                        code.Line($"var hit = {isa.Class}.Equals({isa.Load("input + (y * inputRow) + (x * pitch) + channel")}, largest) & rest;");
                        code.Line(isa.Store($"{isa.Load("to")} + (hit & given)", "to") + ";");
                        code.Line($"rest = {isa.Class}.AndNot(rest, hit);");
                    });
                }
            });
        });
}
