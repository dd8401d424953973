using System.Globalization;
using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// A convolution as register tiles: some pixels by a block of output channels, summed over the kernel and the input channels. Each input
/// is broadcast against the block's weights, which are packed in the order they are read. The kernel holds the loops around the tiles
/// (<see cref="ConvolutionTile"/>). Threads that share it take neighbouring rows or tiles of neighbouring blocks, so that each reads some of the weights. Bias, a summand and activation are arguments, so a forward pass and a gradient that walk alike are one kernel.
/// </summary>
internal sealed class ConvolutionText(ConvolutionKernel kernel) : KernelText(kernel)
{
    private readonly ConvolutionKernel _kernel = kernel;

    private Plane X => _kernel.X;

    private Plane Y => _kernel.Y;

    private ConvolutionWalk Walk => _kernel.Walk;

    public override string Summary => _kernel switch
    {
        { IsDense: true } => $"Multiplies {X.C} to {Y.C}.",
        { Phase: { } phase } => $"{Convolves}, transposed{(_kernel.Window is { StrideY: 1, StrideX: 1 } ? "" : $", the pixels from {phase.Row}, {phase.Column}")}.",
        _ => Convolves + ".",
    };

    private string Convolves => $"Convolves {X.C}×{X.H}×{X.W} to {Y.C}×{Y.H}×{Y.W} by {_kernel.Window.KernelY}×{_kernel.Window.KernelX}";

    public override string Remarks => $"x: {X.Words}; y: {Y.Words}.";

    public override IEnumerable<Tile> SharedTiles => Isa.All.SelectMany(isa => Tiles.ChannelBlocks(isa, Walk.Outputs).Parts.SelectMany(b => TilesOf(isa, b.Size)));

    /// <summary>Where rows fill tiles less than this beside all pixels, tiles go on from row to row.</summary>
    private const double LeastFilling = 0.85;

    /// <summary>Weights for a value that the kernel reads or writes, up to which values outweigh them.</summary>
    private const double MostWeights = 2;

    /// <summary>Weights that stay in the second-level cache, half a megabyte of them.</summary>
    private const int PieceWeights = 128 * 1024;

    /// <summary>Rows or tiles that make nearly equal parts.</summary>
    private const int LeastUnits = 12;

    /// <summary>Rows or tiles of which one more or less is felt.</summary>
    private const int FewUnits = 64;

    /// <summary>Whether a block's weights serve all images before the next block's: where they are more than an image's values, each image would bring them from beyond the cache.</summary>
    private bool KeepsWeights => !Walk.OverImages && Walk.Weights > Walk.XImage + Walk.YImage;

    /// <summary>
    /// Whether threads share out the pixels of each block instead of the blocks: where values outweigh weights, so that a thread reads the pixels that it has computed itself, and
    /// need not fetch half of them from another core.
    /// </summary>
    private bool SharesPixels(Isa isa) =>
        !Walk.OverImages && Walk.Weights <= MostWeights * (Walk.XImage + Walk.YImage) && Tiles.ChannelBlocks(isa, Walk.Outputs).Parts.All(part => Units(isa, part.Size) >= LeastUnits);

    private bool IsNarrow => Walk.Rows > 1 && Walk.Columns > 1;

    /// <summary>The walk, where a column of pixels is taken for a row.</summary>
    private ConvolutionWalk Along => Walk is { Columns: 1, Rows: > 1 }
        ? Walk with { Rows = 1, Columns = Walk.Rows, XColumn = Walk.XRow, YColumn = Walk.YRow }
        : Walk;

    /// <summary>What is written for all forms: the strides that tiles take.</summary>
    public override void EmitShared(CodeWriter code)
    {
        ConvolutionWalk walk = Along;
        StridesText.Emit(
            code,
            "float slope, float* summand, float* y",
            $"TapsY = {walk.TapsY}, TapsX = {(walk.RowIsRun ? Math.Min(walk.TapsX, 1) : walk.TapsX)}, Run = {walk.Run},",
            $"XTapRow = {walk.XTapRow}, XTapColumn = {walk.XTapColumn},",
            walk.OverImages || walk.Rows == 1 ? $"XColumn = {walk.XColumn}, YColumn = {walk.YColumn}," : $"XRow = {walk.XRow}, XColumn = {walk.XColumn}, YRow = {walk.YRow}, YColumn = {walk.YColumn},{(IsOfPixels ? $" Columns = {walk.Columns}," : "")}",
            "Summand = summand == null ? 0 : (nint)(summand - y), Slope = slope,");
    }

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        code.Line("ConvolutionStrides strides = Strides(slope, summand, y);");
        if (Walk.XStart != 0)
        {
            code.Line(Rendering.Walk.Move("x", Walk.XStart));
        }

        if (Walk.YStart != 0)
        {
            code.Line(Rendering.Walk.Move("y", Walk.YStart));
        }

        if (_kernel.IsShareable && !SharesPixels(isa))
        {
            code.Line($"TeamShare all = TeamShare.Of({Walk.Groups * Units(isa)}, part, parts);");
        }

        if (Walk.Phases == 1)
        {
            EmitImages(code, isa, "x", "weights", "y");
            return;
        }

        code.Line("// A phase: the pixels that the same taps reach.");
        using (code.Braces($"for (int phaseRow = 0; phaseRow < {Walk.PhasesY}; phaseRow++)"))
        using (code.Braces($"for (int phaseColumn = 0; phaseColumn < {Walk.PhasesX}; phaseColumn++)"))
        {
            code.Line($"float* wp = {(Walk.Weights == 0 ? "weights" : $"weights + (((phaseRow * {Walk.PhasesX}) + phaseColumn) * {Walk.Weights}L)")};");
            code.Line("float* xp = x;");
            code.Line($"float* yp = y + (phaseRow * {Walk.YPhaseRow}) + (phaseColumn * {Walk.YPhaseColumn});");
            EmitImages(code, isa, "xp", "wp", "yp");
        }
    }

    private void EmitImages(CodeWriter code, Isa isa, string x, string weights, string y)
    {
        if (Walk.OverImages || KeepsWeights)
        {
            EmitGroups(code, isa, x, weights, y);
            return;
        }

        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            EmitGroups(code, isa, x, weights, y);
            code.Line($"{x} += {Walk.XImage};");
            code.Line($"{y} += {Walk.YImage};");
        }
    }

    private void EmitGroups(CodeWriter code, Isa isa, string x, string weights, string y)
    {
        if (Walk.Groups == 1)
        {
            EmitBlocks(code, isa, x, weights, "bias", y, "all");
            return;
        }

        using (code.Braces($"for (int group = 0; group < {Walk.Groups}; group++)"))
        {
            code.Line($"float* xg = {x} + (group * {Walk.Depth});");
            code.Line($"float* wg = {weights} + (group * {Walk.Weights / Walk.Groups}L);");
            code.Line($"float* bg = bias == null ? null : bias + (group * {Walk.Outputs});");
            code.Line($"float* yg = {y} + (group * {Walk.Outputs});");
            if (_kernel.IsShareable && !SharesPixels(isa))
            {
                code.Line($"TeamShare share = all.Within(group * {Units(isa)}, {Units(isa)});");
            }

            EmitBlocks(code, isa, "xg", "wg", "bg", "yg", "share");
        }
    }

    private void EmitBlocks(CodeWriter code, Isa isa, string x, string weights, string bias, string y, string share)
    {
        long perLane = (long)Walk.TapsY * Walk.TapsX * Walk.Depth;
        int before = 0;
        foreach ((int vectors, int count, int start) in Tiles.ChannelBlocks(isa, Walk.Outputs).Parts)
        {
            int lanes = vectors * isa.Width;
            int first = start * isa.Width;
            int units = Units(isa, vectors);
            if (count > 1)
            {
                using (code.Braces($"for (int channel = {first}; channel < {first + (count * lanes)}; channel += {lanes})"))
                {
                    string block = first == 0 ? $"channel / {lanes}" : $"(channel - {first}) / {lanes}";
                    string place = units == 1 ? block : $"{block} * {units}";
                    TeamSlice? slice = Slice(code, isa, share, "here", before == 0 ? place : $"{before} + ({place})", units, block);
                    code.Line($"float* w = {weights}{(perLane == 0 ? "" : $" + (channel * {perLane}L)")};");
                    code.Line($"float* b = {bias} == null ? null : {bias} + channel;");
                    code.Line($"float* yb = {y} + channel;");
                    EmitTileCalls(code, isa, vectors, x, "w", "b", "yb", slice);
                }
            }
            else
            {
                TeamSlice? slice = Slice(code, isa, share, $"here{first}", before.ToString(CultureInfo.InvariantCulture), units);
                EmitTileCalls(
                    code,
                    isa,
                    vectors,
                    x,
                    Rendering.Walk.At(weights, first * perLane),
                    first == 0 ? bias : $"{bias} == null ? null : {bias} + {first}",
                    Rendering.Walk.At(y, first),
                    slice);
            }

            before += count * units;
        }
    }

    /// <summary>Declares what a thread does of a block of output channels; nothing where one does it all.</summary>
    private TeamSlice? Slice(CodeWriter code, Isa isa, string share, string name, string place, int units, string? turn = null)
    {
        if (!_kernel.IsShareable)
        {
            return null;
        }

        // Of 33 tiles one thread does 17: in every other block.
        string turns = turn is null || units >= FewUnits ? "" : $", turn: {turn}";
        code.Line(SharesPixels(isa) ? $"TeamShare {name} = TeamShare.Of({units}, part, parts{turns});" : $"TeamShare {name} = {share}.Within({place}, {units});");
        return new TeamSlice(name);
    }

    /// <summary>All images, one tile after the other (of pixels that no tap reaches the bias alone); piece by piece of the inputs where a block's weights are more than stays in the cache until the next tile.</summary>
    private void EmitImagesCall(CodeWriter code, ConvolutionImagesTile tile, string x, string w, string bias, string y)
    {
        int lanes = tile.Vectors * tile.Isa.Width;
        int pieces = (int)Math.Min(Walk.Run, ((long)Walk.Run * lanes + PieceWeights - 1) / PieceWeights);
        if (pieces <= 1 || Walk.TapsX * Walk.TapsY > 1)
        {
            code.Line($"{tile.Method}({x}, {w}, {bias}, {y}, count, in strides);");
            return;
        }

        int piece = (Walk.Run + pieces - 1) / pieces;
        code.Line("// The weights of a piece stay in the second-level cache while all images pass, the block's would not.");
        using (code.Braces($"for (int from = 0; from < {Walk.Run}; from += {piece})"))
        {
            code.Line($"ConvolutionStrides turn = strides.Piece(from, {piece}, {Walk.Run});");
            code.Line($"{tile.Method}({x} + from, {w} + (from * {lanes}), from > 0 ? null : {bias}, {y}, count, in turn);");
        }
    }

    private void EmitTileCalls(CodeWriter code, Isa isa, int vectors, string x, string w, string bias, string y, TeamSlice? slice)
    {
        ConvolutionWalk walk = Along;
        if (walk.OverImages)
        {
            using CodeWriter.Scope? some = slice is null ? null : code.Braces($"if ({slice.Name}.Count > 0)");
            EmitImagesCall(code, new ConvolutionImagesTile(isa, vectors), x, w, bias, y);
            return;
        }

        if (SplitsTaps(isa, vectors))
        {
            int row = walk.TapsX * walk.Depth * vectors * isa.Width;
            using (code.Braces($"for (int tap = 0; tap < {walk.TapsY}; tap++)"))
            {
                code.Line("// A kernel row's weights stay in the second-level cache while all tiles pass, the block's would not.");
                code.Line("ConvolutionStrides turn = strides;");
                code.Line($"turn.TapsY = 1; turn.Continues = tap > 0; turn.Slope = tap == {walk.TapsY - 1} ? slope : 1f;");
                code.Line($"turn.Summand = tap == {walk.TapsY - 1} ? strides.Summand : 0;");
                using (code.Braces("for (int image = 0; image < count; image++)"))
                {
                    code.Line($"float* xi = {x} + ((nint)image * {walk.XImage}) + (tap * {walk.XTapRow});");
                    code.Line($"float* yi = {y} + ((nint)image * {walk.YImage});");
                    EmitPixelCalls(code, isa, vectors, "xi", $"{w} + (tap * {row})", bias, "yi", slice, "turn");
                }
            }

            return;
        }

        if (!KeepsWeights)
        {
            EmitImage(code, isa, vectors, x, w, bias, y, slice);
            return;
        }

        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            code.Line($"float* xi = {x} + ((nint)image * {walk.XImage});");
            code.Line($"float* yi = {y} + ((nint)image * {walk.YImage});");
            EmitImage(code, isa, vectors, "xi", w, bias, "yi", slice);
        }
    }

    private void EmitImage(CodeWriter code, Isa isa, int vectors, string x, string w, string bias, string y, TeamSlice? slice)
    {
        ConvolutionWalk walk = Along;
        if (walk.Rows == 1 || IsOfRows(isa, vectors))
        {
            EmitTileCalls(code, isa, vectors, walk, x, w, bias, y, slice);
            return;
        }

        if (IsFlat(isa, vectors))
        {
            EmitPixelCalls(code, isa, vectors, x, w, bias, y, slice, "strides");
            return;
        }

        using (code.Braces($"for (int row = {slice?.First ?? "0"}; row < {slice?.End ?? Literals.Of(walk.Rows)}; row++)"))
        {
            code.Line($"float* xr = {x} + (row * {walk.XRow});");
            code.Line($"float* yr = {y} + (row * {walk.YRow});");
            EmitTileCalls(code, isa, vectors, walk, "xr", w, bias, "yr", null);
        }
    }

    private void EmitTileCalls(CodeWriter code, Isa isa, int vectors, ConvolutionWalk walk, string x, string w, string bias, string y, TeamSlice? slice)
    {
        bool rows = IsOfRows(isa, vectors);
        int tiles = 0;
        foreach ((ConvolutionTile tile, int count, int start) in Parts(isa, vectors))
        {
            int xStep = rows ? walk.XRow : walk.XColumn;
            int yStep = rows ? walk.YRow : walk.YColumn;
            string xs = Rendering.Walk.At(x, start * (long)xStep);
            string ys = Rendering.Walk.At(y, start * (long)yStep);
            string many = Literals.Of(count);
            if (slice is not null)
            {
                // The tiles of one size follow each other.
                string some = $"{slice.Name}_{tile.Rows}x{tile.Columns}";
                code.Line($"TeamShare {some} = {slice.Name}.Within({tiles}, {count});");
                int pixels = rows ? tile.Rows : tile.Columns;
                xs += $" + ({some}.First * {Literals.Of(pixels * (long)xStep)})";
                ys += $" + ({some}.First * {Literals.Of(pixels * (long)yStep)})";
                many = $"{some}.Count";
            }

            code.Line($"{tile.Method}({xs}, {w}, {bias}, {ys}, {many}, in strides);");
            tiles += count;
        }
    }

    private void EmitPixelCalls(CodeWriter code, Isa isa, int vectors, string x, string w, string bias, string y, TeamSlice? slice, string strides)
    {
        int tiles = 0;
        foreach ((ConvolutionPixelsTile tile, int count, int start) in PixelParts(isa, vectors))
        {
            string first = Literals.Of(start);
            string many = Literals.Of(count);
            if (slice is not null)
            {
                string some = $"{slice.Name}_{tile.Pixels}";
                code.Line($"TeamShare {some} = {slice.Name}.Within({tiles}, {count});");
                first = start == 0 ? $"{some}.First * {tile.Pixels}" : $"{first} + ({some}.First * {tile.Pixels})";
                many = $"{some}.Count";
            }

            code.Line($"{tile.Method}({x}, {w}, {bias}, {y}, {first}, {many}, in {strides});");
            tiles += count;
        }
    }

    /// <summary>Whether a block's weights are more than the second-level cache keeps, and are taken a kernel row at a time.</summary>
    private bool SplitsTaps(Isa isa, int vectors) =>
        KeepsWeights && Walk.TapsY > 1 && IsFlat(isa, vectors) && (long)Walk.TapsY * Walk.TapsX * Walk.Depth * vectors * isa.Width > WeightPrefetch.Most;

    /// <summary>What threads share out is made of, for one group: rows, tiles or blocks of output channels.</summary>
    private int Units(Isa isa) => Tiles.ChannelBlocks(isa, Walk.Outputs).Parts.Sum(part => part.Count * Units(isa, part.Size));

    /// <summary>The same for a block of output channels: its rows, or tiles where a tile is more than a row or a row is all there is.</summary>
    private int Units(Isa isa, int vectors) =>
        Along.OverImages ? 1
        : Along.Rows == 1 || IsOfRows(isa, vectors) ? Parts(isa, vectors).Sum(part => part.Count)
        : IsFlat(isa, vectors) ? PixelParts(isa, vectors).Sum(part => part.Count)
        : Along.Rows;

    /// <summary>Whether a tile is several whole rows of a narrow image.</summary>
    private bool IsOfRows(Isa isa, int vectors) => IsNarrow && Walk.Columns <= Tiles.Height(isa, vectors) / 2;

    /// <summary>
    /// Whether tiles go on from row to row: each tile reads all weights of its block, and rows of, say, seven pixels would be tiles of four and three.
    /// </summary>
    private bool IsFlat(Isa isa, int vectors)
    {
        int most = Tiles.Height(isa, vectors);
        return IsNarrow && most <= ConvolutionPixelsTile.Most && !IsOfRows(isa, vectors)
            && Filling(Walk.Columns, most) < LeastFilling * Filling(Walk.Rows * Walk.Columns, most);
    }

    private bool IsOfPixels => Isa.All.Any(isa => Tiles.ChannelBlocks(isa, Walk.Outputs).Parts.Any(block => IsFlat(isa, block.Size)));

    /// <summary>Pixels of a tile on average.</summary>
    private static double Filling(int pixels, int most) => pixels / (double)((pixels + most - 1) / most);

    private IEnumerable<(ConvolutionPixelsTile Tile, int Count, int Start)> PixelParts(Isa isa, int vectors) =>
        Split.Of(Walk.Rows * Walk.Columns, Tiles.Height(isa, vectors)).Parts.Select(p => (new ConvolutionPixelsTile(isa, p.Size, vectors), p.Count, p.Start));

    /// <summary>The tiles that a row, or a narrow image, is cut into: how often each follows itself, and the row or column where the first one starts.</summary>
    private IEnumerable<(ConvolutionTile Tile, int Count, int Start)> Parts(Isa isa, int vectors)
    {
        int most = Tiles.Height(isa, vectors);
        ConvolutionWalk walk = Along;
        return IsOfRows(isa, vectors)
            ? Split.Of(walk.Rows, most / walk.Columns).Parts.Select(p => (new ConvolutionTile(isa, p.Size, walk.Columns, vectors), p.Count, p.Start))
            : Split.Of(walk.Columns, most).Parts.Select(p => (new ConvolutionTile(isa, 1, p.Size, vectors), p.Count, p.Start));
    }

    private IEnumerable<Tile> TilesOf(Isa isa, int vectors)
    {
        if (!Walk.OverImages)
        {
            return IsFlat(isa, vectors) ? PixelParts(isa, vectors).Select(p => p.Tile) : Parts(isa, vectors).Select(p => p.Tile);
        }

        ConvolutionImagesTile images = new(isa, vectors);
        return images.Parts.Cast<Tile>().Append(images);
    }
}
