using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>The images of a chunk as the pixels of tiles, for outputs of one pixel: as many as fill a tile, then four, then one by one.</summary>
internal sealed record ConvolutionImagesTile(Isa Isa, int Vectors) : Tile(Isa)
{
    public override string Name => $"ConvolutionOfImages{Vectors}";

    /// <summary>The tiles that it calls.</summary>
    public IEnumerable<ConvolutionTile> Parts => new[] { Tiles.Height(Isa, Vectors), 4, 1 }.Distinct().Select(images => new ConvolutionTile(Isa, 1, images, Vectors));

    protected override string Summary => $"Convolves images to one pixel of {Vectors * Isa.Width} output channels.";

    protected override string Parameters => "float* x, float* w, float* bias, float* y, int count, in ConvolutionStrides strides";

    protected override void EmitBody(CodeWriter code)
    {
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
}
