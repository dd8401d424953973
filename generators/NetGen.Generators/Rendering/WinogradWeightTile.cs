using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Turns the sums of some weights' points into their nine taps, and adds them to the gradient by the weights.</summary>
/// <param name="Isa">The form.</param>
/// <param name="Outputs">Outputs of the tile in each direction.</param>
internal sealed record WinogradWeightTile(Isa Isa, int Outputs) : Tile(Isa)
{
    private const int Taps = 3;

    public override string Name => $"WinogradWeights{Outputs}x{Outputs}";

    protected override string Summary => $"Transforms the sums of some weights' {Points * Points} points, and adds them to the gradients of their {Taps}×{Taps} taps.";

    protected override string Parameters => "float* sums, float* dw, float* work, int weights, nint point, nint tap";

    private int Points => Outputs + 2;

    protected override void EmitBody(CodeWriter code)
    {
        WinogradTransform.WeightConstants(code, Isa, Outputs);
        using (code.Braces($"for (int weight = 0; weight < weights; weight += {Isa.Width})"))
        {
            code.Line("float* from = sums + weight;");
            code.Line("float* to = dw + weight;");
            if (Isa.Registers >= 32)
            {
                EmitHeld(code);
            }
            else
            {
                EmitThroughMemory(code);
            }
        }
    }

    /// <summary>Down all columns, then along the rows: what is between stays in registers.</summary>
    private void EmitHeld(CodeWriter code)
    {
        for (int column = 0; column < Points; column++)
        {
            TransformNames names = new("m", "h", $"_{column}");
            for (int i = 0; i < Points; i++)
            {
                code.Line($"var {names.From(i)} = {Isa.Load(i == 0 ? "from" : $"from + ({i * Points} * point)")};");
            }

            WinogradTransform.Weights(code, Isa, Outputs, names);
            if (column + 1 < Points)
            {
                code.Line("from += point;");
            }
        }

        for (int row = 0; row < Taps; row++)
        {
            code.Line();
            using (code.Braces())
            {
                EmitRow(code, new TransformNames($"h{row}_", "g"));
                if (row + 1 < Taps)
                {
                    code.Line($"to += {Taps} * tap;");
                }
            }
        }
    }

    /// <summary>Down all columns to the first-level cache, then along the rows.</summary>
    private void EmitThroughMemory(CodeWriter code)
    {
        TransformNames names = new("m", "g");
        code.Line("float* half = work;");
        using (code.Braces($"for (int column = 0; column < {Points}; column++)"))
        {
            for (int i = 0; i < Points; i++)
            {
                code.Line($"var m{i} = {Isa.Load(i == 0 ? "from" : $"from + ({i * Points} * point)")};");
            }

            WinogradTransform.Weights(code, Isa, Outputs, names);
            for (int i = 0; i < Taps; i++)
            {
                code.Line(Isa.Store($"g{i}", i == 0 ? "half" : $"half + {i * Points * Isa.Width}") + ";");
            }

            code.Line("from += point;");
            code.Line($"half += {Isa.Width};");
        }

        code.Line();
        code.Line("half = work;");
        using (code.Braces($"for (int row = 0; row < {Taps}; row++)"))
        {
            for (int i = 0; i < Points; i++)
            {
                code.Line($"var m{i} = {Isa.Load(i == 0 ? "half" : $"half + {i * Isa.Width}")};");
            }

            EmitRow(code, names);
            code.Line($"half += {Points * Isa.Width};");
            code.Line($"to += {Taps} * tap;");
        }
    }

    /// <summary>Adds a row of taps to the gradient.</summary>
    private void EmitRow(CodeWriter code, TransformNames names)
    {
        WinogradTransform.Weights(code, Isa, Outputs, names);
        for (int i = 0; i < Taps; i++)
        {
            string place = "to" + Walk.Steps(i, "tap");
            code.Line(Isa.Store($"{Isa.Load(place)} + g{i}", place) + ";");
        }
    }
}
