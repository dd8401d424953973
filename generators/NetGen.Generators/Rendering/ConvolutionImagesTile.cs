using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// The images of a chunk as the pixels of tiles, for outputs of one pixel, or the tiles of Winograd's form: as many as fill a tile, then the rest, in tiles as
/// even as can be. Every tile reads all weights of its block, so that one image by itself would take as long as six where they come from memory.
/// </summary>
internal sealed record ConvolutionImagesTile(Isa Isa, int Vectors) : Tile(Isa)
{
    public override string Name => $"ConvolutionOfImages{Vectors}";

    /// <summary>The tiles that it calls.</summary>
    public IEnumerable<ConvolutionTile> Parts => (IsEven ? [Whole, 5, 4, 3, 1] : new[] { Whole, 4, 1 }.Distinct()).Select(Of);

    /// <summary>Images of a whole tile.</summary>
    private int Whole => Tiles.Height(Isa, Vectors);

    /// <summary>Whether a rest takes even tiles: of twelve images and more there would be too many sizes.</summary>
    private bool IsEven => Whole == 6;

    protected override string Summary => $"Convolves images to one pixel of {Vectors * Isa.Width} output channels.";

    protected override string Parameters => "float* x, float* w, float* bias, float* y, int count, in ConvolutionStrides strides";

    private ConvolutionTile Of(int images) => new(Isa, 1, images, Vectors);

    protected override void EmitBody(CodeWriter code)
    {
        if (IsEven)
        {
            EmitEven(code);
            return;
        }

        bool first = true;
        foreach (ConvolutionTile tile in Parts)
        {
            if (!first)
            {
                code.Line();
            }

            first = false;
            if (tile.Columns == 1)
            {
                code.Line($"{tile.Name}(x, w, bias, y, count, in strides);");
                continue;
            }

            code.Line($"{tile.Name}(x, w, bias, y, count / {tile.Columns}, in strides);");
            code.Line($"x += (nint)(count / {tile.Columns} * {tile.Columns}) * strides.XColumn;");
            code.Line($"y += (nint)(count / {tile.Columns} * {tile.Columns}) * strides.YColumn;");
            code.Line($"count %= {tile.Columns};");
        }
    }

    private void EmitEven(CodeWriter code)
    {
        code.Line($"int whole = count / {Whole}, rest = count % {Whole};");
        using (code.Braces("if (whole > 0 && (rest == 1 || rest == 2))"))
        {
            code.Line("// Seven are four and three, eight are four and four.");
            code.Line("whole--;");
            code.Line($"{Of(Whole).Name}(x, w, bias, y, whole, in strides);");
            EmitStep(code, $"whole * {Whole}");
            code.Line($"{Of(4).Name}(x, w, bias, y, 1, in strides);");
            EmitStep(code, "4");
            code.Line("rest += 2;");
        }

        using (code.Braces("else if (whole > 0)"))
        {
            code.Line($"{Of(Whole).Name}(x, w, bias, y, whole, in strides);");
            EmitStep(code, $"whole * {Whole}");
        }

        code.Line();
        using (code.Braces("switch (rest)"))
        {
            foreach (int images in new[] { 5, 4, 3 })
            {
                code.Line($"case {images}: {Of(images).Name}(x, w, bias, y, 1, in strides); break;");
            }

            code.Line($"case > 0: {Of(1).Name}(x, w, bias, y, rest, in strides); break;");
        }
    }

    private static void EmitStep(CodeWriter code, string images)
    {
        code.Line($"x += (nint)({images}) * strides.XColumn;");
        code.Line($"y += (nint)({images}) * strides.YColumn;");
    }
}
