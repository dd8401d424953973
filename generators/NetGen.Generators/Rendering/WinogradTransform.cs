using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// The one-dimensional transforms of Winograd's minimal filtering for kernels of three taps, as text: Lavin and Gray 2016, "Fast Algorithms for
/// Convolutional Neural Networks", section 4. A two-dimensional transform is the same along columns, then along rows.
/// </summary>
internal static class WinogradTransform
{
    /// <summary>Declares <c>t0</c>, <c>t1</c>, … from inputs <c>d0</c>, <c>d1</c>, …: the transposed B of a tile with so many outputs.</summary>
    public static void Inputs(CodeWriter code, Isa isa, int outputs)
    {
        if (outputs == 2)
        {
            code.Line("var t0 = d0 - d2;");
            code.Line("var t1 = d1 + d2;");
            code.Line("var t2 = d2 - d1;");
            code.Line("var t3 = d1 - d3;");
            return;
        }

        code.Line($"var even = {isa.Fma("d2", "minus4", "d4")};");
        code.Line($"var odd = {isa.Fma("d1", "minus4", "d3")};");
        code.Line("var evenRest = d4 - d2;");
        code.Line("var oddRest = d3 - d1;");
        code.Line($"var t0 = {isa.Fma("d0", "four", isa.Fma("d2", "minus5", "d4"))};");
        code.Line("var t1 = even + odd;");
        code.Line("var t2 = even - odd;");
        code.Line($"var t3 = {isa.Fma("oddRest", "two", "evenRest")};");
        code.Line($"var t4 = {isa.Fma("oddRest", "minus2", "evenRest")};");
        code.Line($"var t5 = {isa.Fma("d1", "four", isa.Fma("d3", "minus5", "d5"))};");
    }

    /// <summary>The constants that <see cref="Inputs"/> reads.</summary>
    public static void InputConstants(CodeWriter code, Isa isa, int outputs)
    {
        if (outputs == 4)
        {
            Constants(code, isa, ("two", "2"), ("minus2", "-2"), ("four", "4"), ("minus4", "-4"), ("minus5", "-5"));
        }
    }

    /// <summary>Declares <c>y0</c>, <c>y1</c>, … from products <c>m0</c>, <c>m1</c>, …: the transposed A.</summary>
    public static void Outputs(CodeWriter code, Isa isa, int outputs)
    {
        if (outputs == 2)
        {
            code.Line("var y0 = m0 + m1 + m2;");
            code.Line("var y1 = m1 - m2 - m3;");
            return;
        }

        code.Line("var sum1 = m1 + m2;");
        code.Line("var difference1 = m1 - m2;");
        code.Line("var sum2 = m3 + m4;");
        code.Line("var difference2 = m3 - m4;");
        code.Line("var y0 = m0 + sum1 + sum2;");
        code.Line($"var y1 = {isa.Fma("difference2", "two", "difference1")};");
        code.Line($"var y2 = {isa.Fma("sum2", "four", "sum1")};");
        code.Line($"var y3 = {isa.Fma("difference2", "eight", "difference1")} + m5;");
    }

    /// <summary>The constants that <see cref="Outputs"/> reads.</summary>
    public static void OutputConstants(CodeWriter code, Isa isa, int outputs)
    {
        if (outputs == 4)
        {
            Constants(code, isa, ("two", "2"), ("four", "4"), ("eight", "8"));
        }
    }

    /// <summary>Declares <c>t0</c>, <c>t1</c>, … from gradients by outputs <c>d0</c>, <c>d1</c>, …: A.</summary>
    public static void Gradients(CodeWriter code, Isa isa, int outputs)
    {
        code.Line("var t0 = d0;");
        if (outputs == 2)
        {
            code.Line("var t1 = d0 + d1;");
            code.Line("var t2 = d0 - d1;");
            code.Line("var t3 = -d1;");
            return;
        }

        code.Line("var even = d0 + d2;");
        code.Line("var odd = d1 + d3;");
        code.Line($"var evenRest = {isa.Fma("d2", "four", "d0")};");
        code.Line($"var oddRest = {isa.Fma("d3", "four", "d1")};");
        code.Line("var t1 = even + odd;");
        code.Line("var t2 = even - odd;");
        code.Line($"var t3 = {isa.Fma("oddRest", "two", "evenRest")};");
        code.Line($"var t4 = {isa.Fma("oddRest", "minus2", "evenRest")};");
        code.Line("var t5 = d3;");
    }

    /// <summary>The constants that <see cref="Gradients"/> reads.</summary>
    public static void GradientConstants(CodeWriter code, Isa isa, int outputs)
    {
        if (outputs == 4)
        {
            Constants(code, isa, ("two", "2"), ("minus2", "-2"), ("four", "4"));
        }
    }

    /// <summary>Declares <c>g0</c>, <c>g1</c>, <c>g2</c> from sums of products <c>m0</c>, <c>m1</c>, …: the transposed G.</summary>
    public static void Weights(CodeWriter code, Isa isa, int outputs)
    {
        if (outputs == 2)
        {
            code.Line("var sum = (m1 + m2) * oneHalf;");
            code.Line("var g0 = m0 + sum;");
            code.Line("var g1 = (m1 - m2) * oneHalf;");
            code.Line("var g2 = sum + m3;");
            return;
        }

        code.Line("var sum1 = m1 + m2;");
        code.Line("var sum2 = m3 + m4;");
        code.Line($"var g0 = {isa.Fma("m0", "quarter", isa.Fma("sum2", "twentyfourth", "sum1 * minusSixth"))};");
        code.Line($"var g1 = {isa.Fma("m3 - m4", "twelfth", "(m1 - m2) * minusSixth")};");
        code.Line($"var g2 = {isa.Fma("sum1 - sum2", "minusSixth", "m5")};");
    }

    /// <summary>The constants that <see cref="Weights"/> reads.</summary>
    public static void WeightConstants(CodeWriter code, Isa isa, int outputs)
    {
        if (outputs == 4)
        {
            Constants(code, isa, ("quarter", "0.25"), ("minusSixth", "-1f / 6"), ("twelfth", "1f / 12"), ("twentyfourth", "1f / 24"));
        }
        else
        {
            Constants(code, isa, ("oneHalf", "0.5"));
        }
    }

    /// <summary>Writes the image of a tile, and the row and column of its first output.</summary>
    public static void Place(CodeWriter code, int outputs)
    {
        code.Line("int image = (first + tile) / walk.Tiles, inImage = (first + tile) % walk.Tiles;");
        code.Line($"int top = inImage / walk.TilesX * {outputs}, left = inImage % walk.TilesX * {outputs};");
    }

    private static void Constants(CodeWriter code, Isa isa, params (string Name, string Value)[] constants)
    {
        foreach ((string name, string value) in constants)
        {
            code.Line($"var {name} = {isa.Broadcast(value + "f")};");
        }
    }
}
