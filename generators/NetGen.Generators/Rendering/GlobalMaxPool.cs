using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>The largest value of each channel over an image; not a number where one of them is not.</summary>
internal sealed class GlobalMaxPoolText(GlobalMaxPoolKernel kernel) : GlobalPoolText(kernel)
{
    public override string Summary => HasLengths ? "Takes the largest of each channel's values over the sequence's own steps." : "Takes the largest of each channel's values.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            EmitLength(code);
            SizedWalk.ChannelBlocks(code, isa, 4, vectors =>
            {
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var best{v} = {isa.Broadcast("float.NegativeInfinity")};");
                    code.Line($"var odd{v} = {isa.Zero};");
                }

                code.Line("float* at = x + channel;");
                Pixels(code, null, new[] { new Cursor("at", "x") }, 1, _ =>
                {
                    for (int v = 0; v < vectors; v++)
                    {
                        code.Line($"var v{v} = {isa.Load(Walk.At("at", v * isa.Width))};");
                        code.Line($"best{v} = {isa.Max($"v{v}", $"best{v}")};");
                        code.Line($"odd{v} |= global::NetGen.Runtime.VectorMath.Unordered(v{v}, v{v});");
                    }
                });
                for (int v = 0; v < vectors; v++)
                {
                    code.Line(isa.Store($"{isa.Class}.ConditionalSelect(odd{v}, {isa.Broadcast("float.NaN")}, best{v})", Walk.At("y + channel", v * isa.Width)) + ";");
                }
            });
            EmitNext(code, "x", "y");
        }
    }
}

/// <summary>The gradient of the maximum over an image: it goes to the first pixel that holds it, or to the last that is not a number, as PyTorch's <c>AdaptiveMaxPool2d(1)</c> has it.</summary>
internal sealed class GlobalMaxPoolGradientText(GlobalMaxPoolGradientKernel kernel) : GlobalPoolText(kernel)
{
    private readonly GlobalMaxPoolGradientKernel _kernel = kernel;

    private bool Bordered => _kernel.Bordered;

    public override string Summary => "Hands each channel's gradient to the first pixel that holds the channel's largest value.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            EmitLength(code);
            SizedWalk.ChannelBlocks(code, isa, 4, vectors =>
            {
                code.Line("// What nobody has taken yet: the first pixel that holds the largest value takes all.");
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var largest{v} = {isa.Load(Walk.At("y + channel", v * isa.Width))};");
                    code.Line($"var rest{v} = {isa.Load(Walk.At("dy + channel", v * isa.Width))};");
                }

                code.Line("float* from = x + channel;");
                code.Line("float* to = dx + channel;");
                Pixels(code, null, new[] { new Cursor("from", "x"), new Cursor("to", "dx") }, 1, _ =>
                {
                    for (int v = 0; v < vectors; v++)
                    {
                        code.Line($"var hit{v} = {isa.Class}.Equals({isa.Load(Walk.At("from", v * isa.Width))}, largest{v});");
                        code.Line(isa.Store($"{isa.Class}.ConditionalSelect(hit{v}, rest{v}, {isa.Zero})", Walk.At("to", v * isa.Width)) + ";");
                        code.Line($"rest{v} = {isa.Class}.ConditionalSelect(hit{v}, {isa.Zero}, rest{v});");
                    }
                });
                for (int v = 0; v < vectors; v++)
                {
                    using (code.Braces($"if (!{isa.Class}.EqualsAll(largest{v}, largest{v}))"))
                    {
                        code.Line($"{method}NotANumber({Walk.At("x + channel", v * isa.Width)}, {Walk.At("dx + channel", v * isa.Width)}, rest{v}, {(Bordered ? "rows, columns, pitch, xRow, dxRow" : "pixels, pitch")});");
                    }
                }
            });
            EmitPadding(code, "dx");
            EmitNext(code, "x", "y", "dy", "dx");
        }

        EmitNotANumber(helpers, isa, method);
    }

    private void EmitNotANumber(CodeWriter code, Isa isa, string method)
    {
        string[] sizes = Bordered ? ["rows", "columns", "pitch", "xRow", "dxRow"] : ["pixels", "pitch"];
        code.Line("// Nothing equals what is not a number: the last such pixel takes the gradient that nobody has taken.");
        using (code.Method($"private static void {method}NotANumber(float* x, float* dx, {isa.Vector} rest, {string.Join(", ", sizes.Select(s => "int " + s))})"))
        using (code.Braces(Bordered ? "for (int row = rows - 1; row >= 0; row--)" : "for (int pixel = pixels - 1; pixel >= 0; pixel--)"))
        {
            CodeWriter.Scope? line = Bordered ? code.Braces("for (int column = columns - 1; column >= 0; column--)") : null;
            code.Line($"var v = {isa.Load(Place("x"))};");
            code.Line("var odd = global::NetGen.Runtime.VectorMath.Unordered(v, v);");
            code.Line(isa.Store($"{isa.Class}.ConditionalSelect(odd, rest, {isa.Load(Place("dx"))})", Place("dx")) + ";");
            code.Line($"rest = {isa.Class}.ConditionalSelect(odd, {isa.Zero}, rest);");
            line?.Dispose();
        }
    }

    private string Place(string plane) => Bordered ? $"{plane} + (row * {plane}Row) + (column * pitch)" : $"{plane} + (pixel * pitch)";
}
