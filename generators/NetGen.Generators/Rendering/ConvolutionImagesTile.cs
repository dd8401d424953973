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
    public IEnumerable<ConvolutionTile> Parts => (IsEven ? [Whole, 4, 3, 2, 1] : new[] { Whole, 4, 1 }.Distinct()).Select(Of);

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

            EmitTiles(code, tile, $"count / {tile.Columns}");
            code.Line($"count %= {tile.Columns};");
        }
    }

    private void EmitEven(CodeWriter code)
    {
        code.Line($"int whole = count / {Whole};");
        using (code.Braces($"if (whole > 0 && count % {Whole} is 1 or 2 or 5)"))
        {
            code.Line("// Seven are four and three, eight are four and four, eleven are four, four and three.");
            code.Line("whole--;");
        }

        code.Line();
        EmitTiles(code, Of(Whole), "whole");
        code.Line($"count -= whole * {Whole};");
        code.Line();
        EmitTiles(code, Of(4), "count / 4");
        code.Line("count %= 4;");
        using (code.Braces("switch (count)"))
        {
            foreach (int images in new[] { 3, 2, 1 })
            {
                code.Line($"case {images}: {Of(images).Name}(x, w, bias, y, 1, in strides); break;");
            }
        }
    }

    private static void EmitTiles(CodeWriter code, ConvolutionTile tile, string tiles)
    {
        code.Line($"{tile.Name}(x, w, bias, y, {tiles}, in strides);");
        code.Line($"x += (nint)({tiles} * {tile.Columns}) * strides.XColumn;");
        code.Line($"y += (nint)({tiles} * {tile.Columns}) * strides.YColumn;");
    }
}
