using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// The one-dimensional transforms of Winograd's minimal filtering for kernels of three taps, as text: Lavin and Gray 2016, "Fast Algorithms for
/// Convolutional Neural Networks", section 4. A two-dimensional transform is the same along columns, then along rows.
/// </summary>
internal static class WinogradTransform
{
    /// <summary>Declares points <c>t0</c>, <c>t1</c>, … from inputs <c>d0</c>, <c>d1</c>, …: the transposed B of a tile with so many outputs.</summary>
    public static void Inputs(CodeWriter code, Isa isa, int outputs, TransformNames names)
    {
        if (outputs == 2)
        {
            code.Line($"var {names.To(0)} = {names.From(0)} - {names.From(2)};");
            code.Line($"var {names.To(1)} = {names.From(1)} + {names.From(2)};");
            code.Line($"var {names.To(2)} = {names.From(2)} - {names.From(1)};");
            code.Line($"var {names.To(3)} = {names.From(1)} - {names.From(3)};");
            return;
        }

        if (names.Has(0))
        {
            code.Line($"var {names.To(0)} = {isa.Fma(names.From(0), "four", isa.Fma(names.From(2), "minus5", names.From(4)))};");
        }

        if (names.Has(1))
        {
            (string even, string odd) = (names.Of("even"), names.Of("odd"));
            code.Line($"var {even} = {isa.Fma(names.From(2), "minus4", names.From(4))};");
            code.Line($"var {odd} = {isa.Fma(names.From(1), "minus4", names.From(3))};");
            code.Line($"var {names.To(1)} = {even} + {odd};");
            code.Line($"var {names.To(2)} = {even} - {odd};");
        }

        if (names.Has(3))
        {
            (string even, string odd) = (names.Of("evenRest"), names.Of("oddRest"));
            code.Line($"var {even} = {names.From(4)} - {names.From(2)};");
            code.Line($"var {odd} = {names.From(3)} - {names.From(1)};");
            code.Line($"var {names.To(3)} = {isa.Fma(odd, "two", even)};");
            code.Line($"var {names.To(4)} = {isa.Fma(odd, "minus2", even)};");
        }

        if (names.Has(5))
        {
            code.Line($"var {names.To(5)} = {isa.Fma(names.From(1), "four", isa.Fma(names.From(3), "minus5", names.From(5)))};");
        }
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

    /// <summary>Declares points <c>t0</c>, <c>t1</c>, … from gradients by outputs <c>d0</c>, <c>d1</c>, …: A.</summary>
    public static void Gradients(CodeWriter code, Isa isa, int outputs, TransformNames names)
    {
        if (names.Has(0))
        {
            code.Line($"var {names.To(0)} = {names.From(0)};");
        }

        if (outputs == 2)
        {
            code.Line($"var {names.To(1)} = {names.From(0)} + {names.From(1)};");
            code.Line($"var {names.To(2)} = {names.From(0)} - {names.From(1)};");
            code.Line($"var {names.To(3)} = -{names.From(1)};");
            return;
        }

        if (names.Has(1))
        {
            (string even, string odd) = (names.Of("even"), names.Of("odd"));
            code.Line($"var {even} = {names.From(0)} + {names.From(2)};");
            code.Line($"var {odd} = {names.From(1)} + {names.From(3)};");
            code.Line($"var {names.To(1)} = {even} + {odd};");
            code.Line($"var {names.To(2)} = {even} - {odd};");
        }

        if (names.Has(3))
        {
            (string even, string odd) = (names.Of("evenRest"), names.Of("oddRest"));
            code.Line($"var {even} = {isa.Fma(names.From(2), "four", names.From(0))};");
            code.Line($"var {odd} = {isa.Fma(names.From(3), "four", names.From(1))};");
            code.Line($"var {names.To(3)} = {isa.Fma(odd, "two", even)};");
            code.Line($"var {names.To(4)} = {isa.Fma(odd, "minus2", even)};");
        }

        if (names.Has(5))
        {
            code.Line($"var {names.To(5)} = {names.From(3)};");
        }
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
    public static void Weights(CodeWriter code, Isa isa, int outputs, TransformNames names)
    {
        if (outputs == 2)
        {
            string sum = names.Of("sum");
            code.Line($"var {sum} = ({names.From(1)} + {names.From(2)}) * oneHalf;");
            code.Line($"var {names.To(0)} = {names.From(0)} + {sum};");
            code.Line($"var {names.To(1)} = ({names.From(1)} - {names.From(2)}) * oneHalf;");
            code.Line($"var {names.To(2)} = {sum} + {names.From(3)};");
            return;
        }

        (string sum1, string sum2) = (names.Of("sum1"), names.Of("sum2"));
        code.Line($"var {sum1} = {names.From(1)} + {names.From(2)};");
        code.Line($"var {sum2} = {names.From(3)} + {names.From(4)};");
        code.Line($"var {names.To(0)} = {isa.Fma(names.From(0), "quarter", isa.Fma(sum2, "twentyfourth", $"{sum1} * minusSixth"))};");
        code.Line($"var {names.To(1)} = {isa.Fma($"{names.From(3)} - {names.From(4)}", "twelfth", $"({names.From(1)} - {names.From(2)}) * minusSixth")};");
        code.Line($"var {names.To(2)} = {isa.Fma($"{sum1} - {sum2}", "minusSixth", names.From(5))};");
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

    /// <summary>Writes the row and column of a tile's first output.</summary>
    public static void Place(CodeWriter code, int outputs)
    {
        code.Line("int inImage = (first + tile) % walk.Tiles;");
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
