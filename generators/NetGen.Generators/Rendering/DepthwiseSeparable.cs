using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// A depthwise convolution and the 1×1 convolution behind it, some rows at a time: the first writes them to the thread's scratch, from where the second's tiles read them.
/// </summary>
internal sealed class DepthwiseSeparableText(DepthwiseSeparableKernel kernel) : KernelText(kernel)
{
    private readonly DepthwiseSeparableKernel _kernel = kernel;
    private readonly DepthwiseConvText _depthwise = new(kernel.Depthwise);
    private readonly ConvolutionText _pointwise = new(kernel.Pointwise);

    private Plane X => _kernel.Depthwise.X;

    private Plane Between => _kernel.Depthwise.Y;

    private Plane Y => _kernel.Pointwise.Y;

    private int Outputs => _kernel.Pointwise.Walk.Outputs;

    public override string Summary =>
        $"Convolves each of {X.C} channels of {X.H}×{X.W} with its own weights, and the {Between.H}×{Between.W} pixels to {Y.C} channels, {_kernel.Rows} row{(_kernel.Rows == 1 ? "" : "s")} at a time.";

    public override string Remarks => $"x: {X.Words}; y: {Y.Words}.";

    public override IEnumerable<Tile> SharedTiles => Isa.All.SelectMany(isa => Tiles.ChannelBlocks(isa, Outputs).Parts.SelectMany(b => Parts(isa, b.Size).Select(p => p.Tile)));

    public override void EmitShared(CodeWriter code) => _pointwise.EmitShared(code);

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        code.Line("ConvolutionStrides strides = Strides(slope, summand, y);");
        code.Line($"TeamShare share = TeamShare.Of({Y.H}, part, parts);");
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            using (code.Braces($"for (int row = share.First; row < share.End; row += {_kernel.Rows})"))
            {
                code.Line($"int rows = global::System.Math.Min({_kernel.Rows}, share.End - row);");
                code.Line($"{method}Rows(x + (row * {_kernel.Depthwise.Window.StrideY * X.Row}), depthwise, work, rows);");
                code.Line($"float* yr = y + (row * {Y.Row});");
                EmitBlocks(code, isa);
            }

            code.Line($"x += {X.Image};");
            code.Line($"y += {Y.Image};");
        }

        helpers.Line("/// <summary>Some rows of the depthwise convolution.</summary>");
        helpers.Line("[MethodImpl(MethodImplOptions.AggressiveOptimization)]");
        using (helpers.Method($"private static void {method}Rows(float* input, float* weights, float* output, int rows)"))
        {
            _depthwise.EmitRows(helpers, isa);
        }
    }

    private void EmitBlocks(CodeWriter code, Isa isa)
    {
        long perLane = _kernel.Pointwise.Walk.Depth;
        foreach ((int vectors, int count, int start) in Tiles.ChannelBlocks(isa, Outputs).Parts)
        {
            int lanes = vectors * isa.Width;
            int first = start * isa.Width;
            if (count == 1)
            {
                EmitRows(code, isa, vectors, Walk.At("weights", first * perLane), first == 0 ? "bias" : $"bias == null ? null : bias + {first}", Walk.At("yr", first));
                continue;
            }

            using (code.Braces($"for (int channel = {first}; channel < {first + (count * lanes)}; channel += {lanes})"))
            {
                code.Line($"float* w = weights + (channel * {perLane}L);");
                code.Line("float* b = bias == null ? null : bias + channel;");
                EmitRows(code, isa, vectors, "w", "b", "yr + channel");
            }
        }
    }

    /// <summary>Writes the tiles of the rows for a block of output channels.</summary>
    private void EmitRows(CodeWriter code, Isa isa, int vectors, string weights, string bias, string y)
    {
        using (code.Braces("for (int i = 0; i < rows; i++)"))
        {
            code.Line($"float* from = work + (i * {Between.Row});");
            code.Line($"float* to = {y} + (i * {Y.Row});");
            foreach ((ConvolutionTile tile, int count, int start) in Parts(isa, vectors))
            {
                code.Line($"{tile.Method}({Walk.At("from", start * Between.Pitch)}, {weights}, {bias}, {Walk.At("to", start * Y.Pitch)}, {count}, in strides);");
            }
        }
    }

    /// <summary>The tiles that a row is cut into: how often each follows itself, and the column where the first one starts.</summary>
    private IEnumerable<(ConvolutionTile Tile, int Count, int Start)> Parts(Isa isa, int vectors) =>
        Split.Of(Y.W, Tiles.Height(isa, vectors)).Parts.Select(p => (new ConvolutionTile(isa, 1, p.Size, vectors), p.Count, p.Start));
}
