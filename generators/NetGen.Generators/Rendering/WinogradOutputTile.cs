using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>Turns the products of some tiles' points into their outputs, with bias and activation.</summary>
/// <param name="Isa">The form.</param>
/// <param name="Outputs">Outputs of the tile in each direction.</param>
internal sealed record WinogradOutputTile(Isa Isa, int Outputs) : Tile(Isa)
{
    public override string Name => $"WinogradOutputs{Outputs}x{Outputs}";

    protected override string Summary => $"Transforms the products of some tiles' {Patch * Patch} points to {Outputs}×{Outputs} outputs each; those that the image does not have are left out.";

    protected override string Parameters => "float* products, float* y, float* bias, float* work, int first, int start, int end, int channels, float slope, in WinogradWalk walk";

    private int Patch => Outputs + 2;

    protected override void EmitBody(CodeWriter code)
    {
        WinogradTransform.OutputConstants(code, Isa, Outputs);
        code.Line("nint yRow = walk.YRow, yColumn = walk.YChannels, point = walk.YPoint;");
        code.Line($"float* next = y + walk.Outputs(first + start, {Outputs});");
        using (code.Braces("for (int tile = start; tile < end; tile++)"))
        {
            WinogradTransform.Place(code, Outputs);
            code.Line($"int rows = global::System.Math.Min(walk.YRows - top, {Outputs}), columns = walk.YColumns - left;");
            code.Line("float* points = products + (tile * walk.Products);");
            code.Line("float* place = next;");
            code.Line($"next = y + walk.Outputs(first + global::System.Math.Min(tile + 1, end - 1), {Outputs});");
            EmitChannels(code);
        }
    }

    private void EmitChannels(CodeWriter code)
    {
        using (code.Braces($"for (int channel = 0; channel < channels; channel += {Isa.Width})"))
        {
            code.Line("float* from = points + channel;");
            code.Line("float* half = work;");
            using (code.Braces($"for (int column = 0; column < {Patch}; column++)"))
            {
                for (int i = 0; i < Patch; i++)
                {
                    code.Line($"var m{i} = {Isa.Load(i == 0 ? "from" : $"from + ({i * Patch} * point)")};");
                }

                WinogradTransform.Outputs(code, Isa, Outputs);
                for (int i = 0; i < Outputs; i++)
                {
                    code.Line(Isa.Store($"y{i}", i == 0 ? "half" : $"half + {i * Patch * Isa.Width}") + ";");
                }

                code.Line("from += point;");
                code.Line($"half += {Isa.Width};");
            }

            code.Line();
            code.Line($"var offset = bias == null ? {Isa.Zero} : {Isa.Load("bias + channel")};");
            code.Line("half = work;");
            code.Line("float* to = place + channel;");
            if (Isa.Prefetches)
            {
                code.Line("// The next tile's outputs: a line that is written comes from memory before, which takes longer than the transform.");
                code.Line("float* ahead = next + channel;");
            }

            using (code.Braces("for (int row = 0; row < rows; row++)"))
            {
                for (int i = 0; i < Patch; i++)
                {
                    code.Line($"var m{i} = {Isa.Load(i == 0 ? "half" : $"half + {i * Isa.Width}")};");
                }

                WinogradTransform.Outputs(code, Isa, Outputs);
                for (int i = 0; i < Outputs; i++)
                {
                    code.Line($"y{i} += offset;");
                }

                if (Isa.Prefetches)
                {
                    code.Words(Outputs, i => code.Word($"Sse.Prefetch0(ahead{Walk.Steps(i, "yColumn")});"));
                    code.Line("ahead += yRow;");
                }

                EmitSummand(code);
                EmitActivation(code);
                EmitStores(code);
                code.Line($"half += {Patch * Isa.Width};");
                code.Line("to += yRow;");
            }
        }
    }

    private void EmitSummand(CodeWriter code)
    {
        using (code.Braces("if (walk.Summand != 0)"))
        {
            code.Line("float* other = to + walk.Summand;");
            code.Line($"y0 += {Isa.Load("other")};");
            for (int i = 1; i < Outputs; i++)
            {
                using (code.Braces($"if (columns > {i})"))
                {
                    code.Line($"y{i} += {Isa.Load(i == 1 ? "other + yColumn" : $"other + ({i} * yColumn)")};");
                }
            }
        }

        code.Line();
    }

    private void EmitActivation(CodeWriter code)
    {
        using (code.Braces("if (slope == 0f)"))
        {
            for (int i = 0; i < Outputs; i++)
            {
                code.Line($"y{i} = {Isa.Max(Isa.Zero, $"y{i}")};");
            }
        }

        using (code.Braces("else if (slope != 1f)"))
        {
            for (int i = 0; i < Outputs; i++)
            {
                code.Line($"y{i} = {Isa.Max(Isa.Zero, $"y{i}")} + ({Isa.Min(Isa.Zero, $"y{i}")} * slope);");
            }
        }

        code.Line();
    }

    private void EmitStores(CodeWriter code)
    {
        code.Line(Isa.Store("y0", "to") + ";");
        for (int i = 1; i < Outputs; i++)
        {
            using (code.Braces($"if (columns > {i})"))
            {
                code.Line(Isa.Store($"y{i}", i == 1 ? "to + yColumn" : $"to + ({i} * yColumn)") + ";");
            }
        }

        code.Line();
    }
}
