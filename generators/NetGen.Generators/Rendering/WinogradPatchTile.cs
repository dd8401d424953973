using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// Transforms the pixels of some tiles: a square of pixels becomes the tile's points, each with all channels.
/// </summary>
/// <param name="Isa">The form.</param>
/// <param name="Outputs">Outputs of the tile in each direction: it has two more points.</param>
internal abstract record WinogradPatchTile(Isa Isa, int Outputs) : Tile(Isa)
{
    protected sealed override string Parameters => "float* x, float* points, float* work, int first, int tiles, in WinogradWalk walk";

    /// <summary>Points of the tile in each direction.</summary>
    protected int Points => Outputs + 2;

    /// <summary>Pixels that it reads in each direction.</summary>
    protected abstract int Pixels { get; }

    /// <summary>Writes the constants that <see cref="EmitTransform"/> reads.</summary>
    protected abstract void EmitConstants(CodeWriter code);

    /// <summary>Declares points from pixels.</summary>
    protected abstract void EmitTransform(CodeWriter code, TransformNames names);

    /// <summary>Whether such a transform reads a pixel.</summary>
    protected virtual bool Reads(int pixel, TransformNames names) => true;

    /// <summary>Whether what is between both directions is held in registers, and not in the first-level cache.</summary>
    private bool IsHeld => Isa.Registers >= 32;

    /// <summary>Points of each column that are held at a time.</summary>
    private int Held => Outputs == 2 ? Points : Points / 2;

    /// <summary>How many channels ahead pixels are asked for: some hundred cycles.</summary>
    private const int Ahead = 64;

    protected sealed override void EmitBody(CodeWriter code)
    {
        EmitConstants(code);
        if (IsHeld)
        {
            code.Line("float* whole = work;");
        }
        else
        {
            code.Line($"float* half = work, whole = work + {Points * Points * Isa.Width};");
        }

        code.Line("int channels = walk.XChannels;");
        code.Line("nint xRow = walk.XRow, xColumn = walk.XColumn, point = walk.XPoint;");
        code.Line($"float* next = x + walk.Patch(first, {Outputs});");
        using (code.Braces("for (int tile = 0; tile < tiles; tile++)"))
        {
            WinogradTransform.Place(code, Outputs);
            code.Line("int rows = walk.XRows - top, columns = walk.XColumns - left;");
            code.Line($"bool isWhole = rows >= {Pixels} && columns >= {Pixels};");
            code.Line("float* patch = next;");
            code.Line($"next = x + walk.Patch(first + global::System.Math.Min(tile + 1, tiles - 1), {Outputs});");
            code.Line("float* place = points + (tile * channels);");
            code.Line($"nint fromRow = isWhole ? xRow : {Pixels * Isa.Width}, fromColumn = isWhole ? xColumn : {Isa.Width};");
            EmitChannels(code);
        }
    }

    private void EmitChannels(CodeWriter code)
    {
        using (code.Braces($"for (int channel = 0; channel < channels; channel += {Isa.Width})"))
        {
            code.Line("float* from = patch + channel;");
            using (code.Braces("if (!isWhole)"))
            {
                code.Line("// At the edge: what the image does not have is zero.");
                using (code.Braces($"for (int pixel = 0; pixel < {Pixels * Pixels}; pixel++)"))
                {
                    code.Line($"bool exists = pixel / {Pixels} < rows && pixel % {Pixels} < columns;");
                    code.Line($"var value = exists ? {Isa.Load($"from + (pixel / {Pixels} * xRow) + (pixel % {Pixels} * xColumn)")} : {Isa.Zero};");
                    code.Line(Isa.Store("value", $"whole + (pixel * {Isa.Width})") + ";");
                }

                code.Line("from = whole;");
            }

            code.Line();
            if (Isa.Prefetches)
            {
                code.Line("// Pixels come from memory in training: those of some channels ahead, or of the next tile, are asked for.");
                code.Line($"int later = channel + {Ahead};");
                code.Line("float* ahead = later < channels ? patch + later : next + (later - channels);");
            }

            if (IsHeld)
            {
                EmitHeld(code);
            }
            else
            {
                EmitThroughMemory(code);
            }
        }
    }

    /// <summary>Some points of all columns, then of their rows, at a time: each is stored once, and what is between stays in registers.</summary>
    private void EmitHeld(CodeWriter code)
    {
        code.Line("float* to = place + channel;");
        for (int first = 0; first < Points; first += Held)
        {
            int end = Math.Min(first + Held, Points);
            code.Line();
            using (code.Braces())
            {
                code.Line($"// Rows {first} to {end - 1} of the points: down the columns of pixels, then along the rows.");
                code.Line("float* down = from;");
                for (int column = 0; column < Pixels; column++)
                {
                    TransformNames names = new("d", "h", $"_{column}", first, end);
                    for (int i = 0; i < Pixels; i++)
                    {
                        if (Reads(i, names))
                        {
                            code.Line($"var {names.From(i)} = {Isa.Load("down" + Walk.Steps(i, "fromRow"))};");
                        }
                    }

                    EmitTransform(code, names);
                    if (Isa.Prefetches)
                    {
                        EmitAsks(code, first * Pixels / Points, end * Pixels / Points, Walk.Steps(column, "xColumn"));
                    }

                    if (column + 1 < Pixels)
                    {
                        code.Line("down += fromColumn;");
                    }
                }

                for (int row = first; row < end; row++)
                {
                    code.Line();
                    EmitHeldRow(code, row);
                }
            }
        }
    }

    /// <summary>Asks for some rows of a column of pixels, which is so far from the first.</summary>
    private static void EmitAsks(CodeWriter code, int first, int end, string column) =>
        code.Words(end - first, i => code.Word($"Sse.Prefetch0(ahead{Walk.Steps(first + i, "xRow")}{column});"));

    /// <summary>A row of points, from what the columns gave: they are stored.</summary>
    private void EmitHeldRow(CodeWriter code, int row)
    {
        TransformNames names = new($"h{row}_", $"t{row}_");
        using (code.Braces())
        {
            EmitTransform(code, names);
            for (int i = 0; i < Points; i++)
            {
                code.Line(Isa.Store(names.To(i), "to" + Walk.Steps(i, "point")) + ";");
            }

            code.Line($"to += {Points} * point;");
        }
    }

    /// <summary>The points of all columns, which are kept in the first-level cache, then those of the rows.</summary>
    private void EmitThroughMemory(CodeWriter code)
    {
        TransformNames names = new("d", "t");
        using (code.Braces($"for (int column = 0; column < {Pixels}; column++)"))
        {
            for (int i = 0; i < Pixels; i++)
            {
                code.Line($"var d{i} = {Isa.Load("from" + Walk.Steps(i, "fromRow"))};");
            }

            EmitTransform(code, names);
            for (int i = 0; i < Points; i++)
            {
                code.Line(Isa.Store($"t{i}", i == 0 ? "half" : $"half + {i * Pixels * Isa.Width}") + ";");
            }

            if (Isa.Prefetches)
            {
                EmitAsks(code, 0, Pixels, " + (column * xColumn)");
            }

            code.Line("from += fromColumn;");
            code.Line($"half += {Isa.Width};");
        }

        code.Line();
        code.Line("half = work;");
        code.Line("float* to = place + channel;");
        using (code.Braces($"for (int row = 0; row < {Points}; row++)"))
        {
            for (int i = 0; i < Pixels; i++)
            {
                code.Line($"var d{i} = {Isa.Load(i == 0 ? "half" : $"half + {i * Isa.Width}")};");
            }

            EmitTransform(code, names);
            for (int i = 0; i < Points; i++)
            {
                code.Line(Isa.Store($"t{i}", "to" + Walk.Steps(i, "point")) + ";");
            }

            code.Line($"half += {Pixels * Isa.Width};");
            code.Line($"to += {Points} * point;");
        }

        code.Line();
        code.Line("half = work;");
    }
}
