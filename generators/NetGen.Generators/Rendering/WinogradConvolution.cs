using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// A convolution by Winograd's minimal filtering. The inputs of a block of tiles are transformed, each point is multiplied with its weights as a dense
/// layer multiplies images, and the products are transformed to outputs: some output channels after others, or all of a point's where weights are most. Threads that share it take neighbouring blocks of output channels, each with the inputs
/// of all tiles, or some tiles where there are fewer blocks than threads.
/// </summary>
internal sealed class WinogradConvolutionText(WinogradConvolutionKernel kernel) : KernelText(kernel)
{
    private readonly WinogradConvolutionKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Y => _kernel.Y;

    /// <summary>Weights for a value that the kernel reads or writes, up to which threads share out tiles: all read all weights then, and none transforms another's inputs.</summary>
    private const double MostWeights = 4;

    private const int LeastTiles = 24;

    private bool SharesTiles => _kernel.Tiles >= LeastTiles && _kernel.Weights <= MostWeights * (X.Image + Y.Image);

    public override string Summary => $"Convolves {X.C}×{X.H}×{X.W} to {Y.C}×{Y.H}×{Y.W} by 3×3 in tiles of {_kernel.Tile}×{_kernel.Tile} outputs, with {_kernel.Points} products each.";

    public override string Remarks => $"x: {X.Words}; y: {Y.Words}.";

    public override IEnumerable<Tile> SharedTiles => Isa.All.SelectMany(isa => Products(isa)
        .SelectMany(tile => tile.Parts.Cast<Tile>().Append(tile))
        .Concat([new WinogradInputTile(isa, _kernel.Tile), new WinogradOutputTile(isa, _kernel.Tile)]));

    /// <summary>What is written for all forms: how tiles walk through memory.</summary>
    public override void EmitShared(CodeWriter code)
    {
        code.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        code.Line("private static WinogradWalk Walk()");
        code.Line("{");
        using (code.Indent())
        {
            code.Line("return new()");
            code.Line("{");
            using (code.Indent())
            {
                code.Line($"Tiles = {_kernel.Tiles}, TilesX = {_kernel.TilesX},");
                code.Line($"XChannels = {X.Pitch}, XRows = {X.H + X.HaloY + _kernel.PadY}, XColumns = {X.W + X.HaloX + _kernel.PadX}, XRow = {X.Row}, XColumn = {X.Pitch}, XImage = {X.Image}, XPoint = {_kernel.InputPoint},");
                code.Line($"YChannels = {Y.Pitch}, YRows = {Y.H}, YColumns = {Y.W}, YRow = {Y.Row}, YImage = {Y.Image}, Products = {_kernel.ProductPitch}, YPoint = {_kernel.ProductPoint},");
            }

            code.Line("};");
        }

        code.Line("}");
    }

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        int blocks = Tiles.ChannelBlocks(isa, Y.Pitch).Parts.Sum(part => part.Count);
        code.Line($"ConvolutionStrides strides = new() {{ TapsY = 1, TapsX = 1, Run = {X.C}, XColumn = {X.Pitch}, YColumn = {_kernel.ProductPitch}, Slope = 1f }};");
        code.Line("WinogradWalk walk = Walk();");
        code.Line("walk.Summand = summand == null ? 0 : (nint)(summand - y);");
        if (_kernel.PadY + _kernel.PadX > 0)
        {
            code.Line(Rendering.Walk.Move("x", -((_kernel.PadY * X.Row) + (_kernel.PadX * X.Pitch))));
        }

        code.Line($"float* inputs = work + {_kernel.Halves};");
        code.Line($"float* products = inputs + {_kernel.Points * _kernel.InputPoint};");
        code.Line($"int tiles = count * {_kernel.Tiles};");
        code.Line(SharesTiles
            ? "TeamShare own = TeamShare.Of(tiles, part, parts);"
            : $"TeamShare all = TeamShare.Of({blocks} * tiles, part, parts), own = all.Across(tiles);");
        code.Line($"int turns = (own.Count + {_kernel.TilesAtOnce - 1}) / {_kernel.TilesAtOnce};");
        using (code.Braces("for (int turn = 0; turn < turns; turn++)"))
        {
            code.Line("int first = own.First + (int)((long)own.Count * turn / turns);");
            code.Line("int some = own.First + (int)((long)own.Count * (turn + 1) / turns) - first;");
            code.Line($"{new WinogradInputTile(isa, _kernel.Tile).Method}(x, inputs, work, first, some, in walk);");
            code.Line();
            if (_kernel.IsByPoint)
            {
                using (code.Braces($"for (int point = 0; point < {_kernel.Points}; point++)"))
                {
                    EmitBlocks(code, isa, lanes => EmitProducts(code, isa, lanes, $"weights + (point * {(long)Y.Pitch * X.C}L) + (channel * {X.C})", "products + channel"));
                }

                code.Line();
                EmitBlocks(code, isa, lanes => EmitOutputs(code, isa, lanes, "products + channel"));
                return;
            }

            EmitBlocks(code, isa, lanes =>
            {
                code.Line($"float* w = weights + (channel * {(long)_kernel.Points * X.C}L);");
                using (code.Braces($"for (int point = 0; point < {_kernel.Points}; point++)"))
                {
                    EmitProducts(code, isa, lanes, $"w + (point * {X.C * lanes})", "products");
                }

                code.Line();
                EmitOutputs(code, isa, lanes, "products");
            });
        }
    }

    /// <summary>Goes through the blocks of output channels, and leaves out those of which this thread has no tiles.</summary>
    private void EmitBlocks(CodeWriter code, Isa isa, Action<int> emit)
    {
        int before = 0;
        foreach ((int vectors, int count, int start) in Tiles.ChannelBlocks(isa, Y.Pitch).Parts)
        {
            int lanes = vectors * isa.Width;
            int channel = start * isa.Width;
            using (code.Braces($"for (int channel = {channel}; channel < {channel + (count * lanes)}; channel += {lanes})"))
            {
                string block = channel == 0 ? $"channel / {lanes}" : $"({before} + ((channel - {channel}) / {lanes}))";
                code.Line(SharesTiles ? "TeamShare here = own.Within(first, some);" : $"TeamShare here = all.Within(({block} * tiles) + first, some);");
                using (code.Braces("if (here.Count == 0)"))
                {
                    code.Line("continue;");
                }

                code.Line();
                emit(lanes);
            }

            before += count;
        }
    }

    private void EmitProducts(CodeWriter code, Isa isa, int lanes, string weights, string products) =>
        code.Line($"{new ConvolutionImagesTile(isa, lanes / isa.Width).Method}(inputs + (point * {_kernel.InputPoint}) + (here.First * {X.Pitch}), {weights}, null, {products} + (point * {_kernel.ProductPoint}) + (here.First * {_kernel.ProductPitch}), here.Count, in strides);");

    private void EmitOutputs(CodeWriter code, Isa isa, int lanes, string products)
    {
        code.Line("float* b = bias == null ? null : bias + channel;");
        code.Line($"{new WinogradOutputTile(isa, _kernel.Tile).Method}({products}, y + channel, b, work, first, here.First, here.End, {lanes}, slope, in walk);");
    }

    private IEnumerable<ConvolutionImagesTile> Products(Isa isa) => Tiles.ChannelBlocks(isa, Y.Pitch).Parts.Select(part => new ConvolutionImagesTile(isa, part.Size));
}
