using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// The gradient by a convolution's weights by Winograd's minimal filtering. For a block of tiles the inputs of a range, then the output gradients of a channel block
/// are transformed. Of some inputs each point is summed over the tiles in the register tile of the direct gradient
/// (<see cref="ConvolutionWeightGradientTile"/>), and the sums of all points are transformed to taps while they are in the second-level cache.
/// </summary>
internal class WinogradWeightGradientText(WinogradWeightGradientKernel kernel) : KernelText(kernel)
{
    /// <summary>A multiple of the inputs of every register tile.</summary>
    private const int LeastGroup = 24;

    private readonly WinogradWeightGradientKernel _kernel = kernel;

    protected Plane X => _kernel.X;

    protected Plane Dy => _kernel.Dy;

    protected bool HasRanges => _kernel.InputsAtOnce < X.C;

    public override string Summary => $"Adds the gradient by 3×3 weights to the shard's sums, in tiles of {_kernel.Tile}×{_kernel.Tile} outputs with {_kernel.Points} products each.";

    public override string Remarks => $"x: {X.Words}; dy: {Dy.Words}.";

    public override IEnumerable<Tile> SharedTiles => Isa.All.SelectMany(isa => Tiles.ChannelBlocks(isa, Dy.Pitch).Parts.SelectMany(block => Products(isa, block.Size))
        .Concat([new WinogradInputTile(isa, _kernel.Tile), new WinogradGradientTile(isa, _kernel.Tile), new WinogradWeightTile(isa, _kernel.Tile)]));

    /// <summary>What is written for all forms: how tiles walk through memory.</summary>
    public override void EmitShared(CodeWriter code)
    {
        EmitWalk(code, "Inputs", X, X.H + X.HaloY + _kernel.PadY, X.W + X.HaloX + _kernel.PadX, _kernel.InputPoint);
        code.Line();
        EmitWalk(code, "Gradients", Dy, Dy.H, Dy.W, _kernel.GradientPoint);
    }

    private void EmitWalk(CodeWriter code, string name, Plane plane, int rows, int columns, int point)
    {
        code.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        code.Line($"private static WinogradWalk {name}()");
        code.Line("{");
        using (code.Indent())
        {
            code.Line("return new()");
            code.Line("{");
            using (code.Indent())
            {
                code.Line($"Tiles = {_kernel.Tiles}, TilesX = {_kernel.TilesX},");
                code.Line($"XChannels = {plane.Pitch}, XRows = {rows}, XColumns = {columns}, XRow = {plane.Row}, XColumn = {plane.Pitch}, XImage = {plane.Image}, XPoint = {point},");
            }

            code.Line("};");
        }

        code.Line("}");
    }

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        EmitStart(code);
        EmitTiles(code, () =>
        {
            CodeWriter.Scope? ranges = null;
            if (HasRanges)
            {
                ranges = code.Braces($"for (int input = 0; input < {X.C}; input += {_kernel.InputsAtOnce})");
                code.Line($"int range = global::System.Math.Min({_kernel.InputsAtOnce}, {X.C} - input);");
            }

            EmitInputs(code, isa);
            foreach ((int vectors, int count, int start) in Tiles.ChannelBlocks(isa, Dy.Pitch).Parts)
            {
                int lanes = vectors * isa.Width;
                EmitChannels(code, isa, vectors, $"{start * isa.Width}", $"{(start + (count * vectors)) * isa.Width}", $"dw + (channel * {9L * X.C}L){(HasRanges ? $" + (input * {lanes})" : "")}", $"{X.C * lanes}");
            }

            ranges?.Dispose();
        });
    }

    /// <summary>Declares where the parts of the scratch begin, and the blocks of tiles.</summary>
    protected void EmitStart(CodeWriter code)
    {
        code.Line("WinogradWalk inputs = Inputs(), gradients = Gradients();");
        code.Line($"ConvolutionStrides strides = new() {{ XColumn = {X.Pitch} }};");
        if (_kernel.PadY + _kernel.PadX > 0)
        {
            code.Line(Walk.Move("x", -((_kernel.PadY * X.Row) + (_kernel.PadX * X.Pitch))));
        }

        code.Line($"float* zeros = work + {_kernel.Halves};");
        code.Line($"float* xPoints = zeros + {WinogradWeightGradientKernel.Sums};");
        code.Line($"float* dyPoints = xPoints + {_kernel.Points * _kernel.InputPoint};");
        code.Line($"float* sums = dyPoints + {_kernel.Points * _kernel.GradientPoint};");
        code.Line($"new global::System.Span<float>(zeros, {WinogradWeightGradientKernel.Sums}).Clear();");
        code.Line($"int tiles = count * {_kernel.Tiles}, blocks = (tiles + {_kernel.TilesAtOnce - 1}) / {_kernel.TilesAtOnce};");
    }

    /// <summary>Writes the loop over the blocks of tiles.</summary>
    protected static void EmitTiles(CodeWriter code, Action emit)
    {
        using (code.Braces("for (int block = 0; block < blocks; block++)"))
        {
            code.Line("int first = (int)((long)block * tiles / blocks);");
            code.Line("strides.Columns = (int)((block + 1L) * tiles / blocks) - first;");
            emit();
        }
    }

    /// <summary>Writes the transform of a range's inputs.</summary>
    protected void EmitInputs(CodeWriter code, Isa isa)
    {
        if (HasRanges)
        {
            code.Line($"strides.XColumn = inputs.XChannels = global::System.Math.Min({_kernel.InputsAtOnce}, {X.Pitch} - input);");
        }

        code.Line($"{new WinogradInputTile(isa, _kernel.Tile).Method}({(HasRanges ? "x + input" : "x")}, xPoints, work, first, strides.Columns, in inputs);");
    }

    /// <summary>Writes the loop over channel blocks of one width: their output gradients are transformed, multiplied with the inputs, and the sums turned to taps.</summary>
    /// <param name="code">Where to write.</param>
    /// <param name="isa">The form.</param>
    /// <param name="vectors">The blocks' width.</param>
    /// <param name="from">The first channel.</param>
    /// <param name="end">Behind the last channel.</param>
    /// <param name="taps">Where the sums of a block's taps are.</param>
    /// <param name="tap">Floats from a tap's sums to the next tap's.</param>
    protected void EmitChannels(CodeWriter code, Isa isa, int vectors, string from, string end, string taps, string tap)
    {
        int lanes = vectors * isa.Width;
        code.Line();
        code.Line($"strides.YColumn = gradients.XChannels = {lanes};");
        using (code.Braces($"for (int channel = {from}; channel < {end}; channel += {lanes})"))
        {
            EmitBlock(code, isa, vectors, taps, tap);
        }
    }

    private void EmitBlock(CodeWriter code, Isa isa, int vectors, string taps, string tap)
    {
        int lanes = vectors * isa.Width;
        int group = GroupOf(lanes);
        code.Line($"{new WinogradGradientTile(isa, _kernel.Tile).Method}(dy + channel, dyPoints, work, first, strides.Columns, in gradients);");
        code.Line($"float* dwb = {taps};");
        string range = HasRanges ? "range" : $"{X.C}";
        bool single = X.C <= group && !HasRanges;
        CodeWriter.Scope? groups = null;
        if (!single && IsEven(isa, vectors))
        {
            string parts = HasRanges ? $"((range + {group - 1}) / {group})" : $"{(X.C + group - 1) / group}";
            groups = code.Braces($"for (int group = 0; group < {parts}; group++)");
            code.Line($"int i = group * {range} / {parts}, some = ((group + 1) * {range} / {parts}) - i;");
        }
        else if (!single)
        {
            groups = code.Braces($"for (int i = 0; i < {range}; i += {group})");
            code.Line($"int some = global::System.Math.Min({group}, {range} - i);");
        }

        code.Line("// Each point's products, summed over the tiles; then the sums of all points become taps.");
        EmitPoints(code, isa, vectors, single);
        code.Line();
        string weights = single ? $"{X.C * lanes}" : $"some * {lanes}";
        code.Line($"{new WinogradWeightTile(isa, _kernel.Tile).Method}(sums, {(single ? "dwb" : $"dwb + (i * {lanes})")}, work, {weights}, {WinogradWeightGradientKernel.SumPoint}, {tap});");
        groups?.Dispose();
    }

    private void EmitPoints(CodeWriter code, Isa isa, int vectors, bool single)
    {
        int height = Height(isa, vectors);
        int lanes = vectors * isa.Width;
        using (code.Braces($"for (int point = 0; point < {_kernel.Points}; point++)"))
        {
            code.Line($"float* xp = xPoints + (point * {_kernel.InputPoint}){(single ? "" : " + i")};");
            code.Line($"float* dyp = dyPoints + (point * {_kernel.GradientPoint});");
            code.Line($"float* to = sums + (point * {WinogradWeightGradientKernel.SumPoint});");
            code.Line("strides.From = (nint)(zeros - to);");
            string tile = new ConvolutionWeightGradientTile(isa, height, vectors).Method;
            if (IsEven(isa, vectors))
            {
                string lower = new ConvolutionWeightGradientTile(isa, height - 1, vectors).Method;
                string high = $"{X.C - (Lower(X.C, height) * (height - 1))}";
                string low = $"{Lower(X.C, height)}";
                if (!single)
                {
                    code.Line($"int low = ({height} - (some % {height})) % {height}, high = some - (low * {height - 1});");
                    (high, low) = ("high", "low");
                }

                code.Line($"{tile}(xp, dyp, to, {high} / {height}, 1, in strides);");
                code.Line($"{lower}(xp + {high}, dyp, to + ({high} * {lanes}), {low}, 1, in strides);");
                return;
            }

            if (X.C >= height)
            {
                code.Line($"{tile}(xp, dyp, to, {(single ? $"{X.C / height}" : $"some / {height}")}, 1, in strides);");
            }

            int rest = X.C % height;
            if (rest > 0)
            {
                string call = $"{new ConvolutionWeightGradientTile(isa, rest, vectors).Method}";
                if (single)
                {
                    int whole = X.C - rest;
                    code.Line($"{call}({Walk.At("xp", whole)}, dyp, {Walk.At("to", whole * lanes)}, 1, 1, in strides);");
                }
                else
                {
                    using (code.Braces($"if (some % {height} != 0)"))
                    {
                        code.Line($"{call}(xp + some - {rest}, dyp, to + ((some - {rest}) * {lanes}), 1, 1, in strides);");
                    }
                }
            }
        }
    }

    private static int Height(Isa isa, int vectors) => Math.Min(12, Tiles.Height(isa, vectors));

    /// <summary>Inputs that are summed at once where so many output channels are.</summary>
    private static int GroupOf(int lanes) => LeastGroup * Math.Max(1, Math.Min(4, 64 / lanes));

    /// <summary>How many tiles of an input less make the rest of so many inputs even.</summary>
    private static int Lower(int inputs, int height) => (height - (inputs % height)) % height;

    /// <summary>
    /// Whether inputs that are no multiple of a tile's are shared out evenly, by groups and tiles of one input less: where every group is large enough. Otherwise
    /// groups are multiples, and a small tile takes the rest.
    /// </summary>
    private bool IsEven(Isa isa, int vectors)
    {
        int height = Height(isa, vectors);
        int group = GroupOf(vectors * isa.Width);
        int[] ranges = HasRanges ? [_kernel.InputsAtOnce, X.C % _kernel.InputsAtOnce] : [X.C];
        return X.C >= height && X.C % height > 0 && ranges.All(range =>
        {
            int parts = Math.Max(1, (range + group - 1) / group);
            return new[] { range / parts, (range + parts - 1) / parts }.All(some => Lower(some, height) * (height - 1) <= some);
        });
    }

    private IEnumerable<Tile> Products(Isa isa, int vectors)
    {
        int height = Height(isa, vectors);
        bool even = IsEven(isa, vectors);
        if (X.C >= height)
        {
            yield return new ConvolutionWeightGradientTile(isa, height, vectors);
        }

        if (X.C % height > 0)
        {
            yield return new ConvolutionWeightGradientTile(isa, even ? height - 1 : X.C % height, vectors);
        }
    }
}
