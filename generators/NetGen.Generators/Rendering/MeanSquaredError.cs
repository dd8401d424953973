using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>The mean of squared differences: the loss and its gradient at once. Targets are NCHW, or the features of a step after the other, as the caller has them.</summary>
internal sealed class MeanSquaredErrorText(MeanSquaredErrorKernel kernel) : KernelText(kernel)
{
    private readonly MeanSquaredErrorKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Dx => _kernel.Dx;

    private LossShare Share => _kernel.Share;

    public override string Summary => "Adds the mean squared difference to the totals and writes its gradient, 2 (x − target) / values.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        int size = X.C * X.H * X.W;
        code.Line($"float {(Share.Weighs ? "ofAll" : "scale")} = {Share.Scale(2)} / ((float)batch * {size});");
        code.Line("double loss = 0;");
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            Share.EmitWeight(code, Dx, $"x += {X.Image};", $"dx += {Dx.Image};", $"targets += {size};");
            if (Share.Weighs)
            {
                code.Line("float scale = ofAll * weight;");
                code.Line("double others = loss;");
                code.Line("loss = 0;");
            }

            if (X.IsVector)
            {
                Vector(code, isa);
            }
            else
            {
                Image(code);
            }

            if (Share.Weighs)
            {
                code.Line("loss = others + (weight * loss);");
            }

            code.Line($"x += {X.Image};");
            code.Line($"dx += {Dx.Image};");
            code.Line($"targets += {size};");
        }

        Share.EmitTotals(code, size, X.H * X.W);
    }

    private void Vector(CodeWriter code, Isa isa)
    {
        int whole = X.C / isa.Width * isa.Width;
        if (whole > 0)
        {
            code.Line($"var squares = {isa.Class}<double>.Zero;");
            using (code.Braces($"for (int i = 0; i < {whole}; i += {isa.Width})"))
            {
                code.Line($"var difference = {isa.Load("x + i")} - {isa.Load("targets + i")};");
                code.Line("var square = difference * difference;");
                code.Line($"squares += {isa.Class}.WidenLower(square) + {isa.Class}.WidenUpper(square);");
                code.Line(isa.Store($"difference * {isa.Broadcast("scale")}", "dx + i") + ";");
            }

            code.Line($"loss += {isa.Class}.Sum(squares);");
        }

        if (whole < X.C)
        {
            using (code.Braces($"for (int i = {whole}; i < {X.C}; i++)"))
            {
                code.Line("float difference = x[i] - targets[i];");
                code.Line("loss += difference * difference;");
                code.Line("dx[i] = difference * scale;");
            }
        }
    }

    private void Image(CodeWriter code)
    {
        using (code.Braces($"for (int row = 0; row < {X.H}; row++)"))
        using (code.Braces($"for (int column = 0; column < {X.W}; column++)"))
        {
            code.Line($"float* value = x + (row * {X.Row}) + (column * {X.Pitch});");
            code.Line($"float* gradient = dx + (row * {Dx.Row}) + (column * {Dx.Pitch});");
            code.Line(_kernel.InSteps ? $"float* target = targets + (column * {X.C});" : $"float* target = targets + (row * {X.W}) + column;");
            using (code.Braces($"for (int channel = 0; channel < {X.C}; channel++)"))
            {
                code.Line($"float difference = value[channel] - target[{(_kernel.InSteps ? "channel" : $"channel * {X.H * X.W}")}];");
                code.Line("loss += difference * difference;");
                code.Line("gradient[channel] = difference * scale;");
            }
        }
    }
}
