using NetGen.Generators.Common;
using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>
/// What products share. Factors are images, which move pixel by pixel, or vectors among images, which stay in registers; all have the same pitch.
/// </summary>
internal abstract record ProductKernel : SizedKernel
{
    /// <summary>The factors, as <c>x0</c> and so on.</summary>
    protected abstract EquatableArray<Plane> Factors { get; }

    /// <summary>The image that decides how many pixels there are, and its pointer.</summary>
    protected abstract Walker Large { get; }

    /// <summary>The plane that is written, and its pointer, where it is not the large image.</summary>
    protected virtual Walker? Small => null;

    protected bool Bordered => Moving.Any(p => !p.Plane.Contiguous);

    /// <summary>A letter a factor: whether it is an image or a vector among them.</summary>
    protected string Kinds => string.Concat(Factors.Select(f => Stays(f, Large.Plane) ? "v" : "i"));

    private IEnumerable<Walker> All => Factors.Select((f, i) => new Walker($"x{i}", f)).Concat([Large]).Concat(Small is { } small ? [small] : []);

    private IEnumerable<Walker> Moving => All.Where(p => !Stays(p.Plane, Large.Plane));

    public override EquatableArray<Size> Sizes => (Bordered
            ? new[] { new Size("rows", Large.Plane.H), new Size("columns", Large.Plane.W) }
            : [new Size("pixels", Large.Plane.H * Large.Plane.W)])
        .Concat([new Size("pitch", Large.Plane.Pitch)])
        .Concat(All.SelectMany(p => Bordered && !Stays(p.Plane, Large.Plane) ? Strides(p.Pointer, p.Plane) : [new Size(p.Pointer + "Image", p.Plane.Image)]))
        .ToEquatableArray();

    public override string Remarks => Bordered
        ? "Layout: rows of columns pixels of pitch floats; the other sizes are floats from a row and from an image to the next."
        : "Layout: images of pixels without a border, pitch floats each; the other sizes are floats from an image or a vector to the next.";

    /// <summary>What is left of a plane: whether it is an image or a vector among images, and whether it has a border.</summary>
    protected Plane Unsized(Plane plane) => Stays(plane, Large.Plane) ? new(0, 1, 1, 0, 0, 0) : Plane.Unsized(Bordered);

    protected static bool Stays(Plane plane, Plane large) => plane.IsVector && !large.IsVector;

    /// <summary>Declares what a block of channels starts with, and returns the pointers that move.</summary>
    protected List<Cursor> Enter(CodeWriter code, Isa isa, int vectors)
    {
        List<Cursor> cursors = [];
        for (int i = 0; i < Factors.Count; i++)
        {
            if (Stays(Factors[i], Large.Plane))
            {
                for (int v = 0; v < vectors; v++)
                {
                    code.Line($"var x{i}_{v} = {isa.Load(Walk.At($"x{i} + channel", v * isa.Width))};");
                }
            }
            else
            {
                code.Line($"float* x{i}At = x{i} + channel;");
                cursors.Add(new Cursor($"x{i}At", $"x{i}"));
            }
        }

        return cursors;
    }

    protected string Product(Isa isa, int vector) =>
        string.Join(" * ", Factors.Select((p, i) => Stays(p, Large.Plane) ? $"x{i}_{vector}" : isa.Load(Walk.At($"x{i}At", vector * isa.Width))));

    /// <summary>Moves the pointers to the next image.</summary>
    protected void Advance(CodeWriter code)
    {
        foreach (Walker plane in All)
        {
            code.Line($"{plane.Pointer} += {plane.Pointer}Image;");
        }
    }
}

/// <summary>Multiplies values; a vector among images counts for every pixel.</summary>
internal sealed record MultiplyKernel(EquatableArray<Plane> Inputs, Plane Y) : ProductKernel
{
    public override Kernel Body => new MultiplyKernel(Inputs.Select(Unsized).ToEquatableArray(), Unsized(Y));

    public override string Name => $"Multiply_{Kinds}{Form(Bordered)}";

    public override string Summary => $"Multiplies {Inputs.Count} values; a vector counts for every pixel.";

    protected override EquatableArray<Plane> Factors => Inputs;

    protected override Walker Large => new("y", Y);

    protected override EquatableArray<string> Pointers => Enumerable.Range(0, Inputs.Count).Select(i => $"float* x{i}").Concat(["float* y"]).ToEquatableArray();

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            SizedWalk.ChannelBlocks(code, isa, isa.Registers >= 32 ? 4 : 2, vectors =>
            {
                List<Cursor> cursors = Enter(code, isa, vectors);
                cursors.Add(new Cursor("to", "y"));
                code.Line("float* to = y + channel;");
                SizedWalk.Pixels(code, null, Bordered, cursors.ToEquatableArray(), 1, _ =>
                {
                    for (int v = 0; v < vectors; v++)
                    {
                        code.Line(isa.Store(Product(isa, v), Walk.At("to", v * isa.Width)) + ";");
                    }
                });
            });
            Advance(code);
        }
    }
}

/// <summary>The gradient by one factor: the other factors' product, summed over the pixels where the factor is a vector among images.</summary>
internal sealed record MultiplyGradientKernel(EquatableArray<Plane> Others, Plane Dy, Plane Dx) : ProductKernel
{
    public override Kernel Body => new MultiplyGradientKernel(Others.Select(Unsized).ToEquatableArray(), Unsized(Dy), Unsized(Dx));

    public override string Name => $"MultiplyGradient{(Summed ? "Sum" : "")}_{Kinds}{Form(Bordered)}";

    public override string Summary => "Multiplies the gradient by the other factors" + (Summed ? " and sums it over the pixels." : ".");

    protected override EquatableArray<Plane> Factors => Others;

    protected override Walker Large => new("dy", Dy);

    protected override Walker? Small => new("dx", Dx);

    protected override EquatableArray<string> Pointers =>
        Enumerable.Range(0, Others.Count).Select(i => $"float* x{i}").Concat(["float* dy", "float* dx"]).ToEquatableArray();

    private bool Summed => Stays(Dx, Dy);

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Block("for (int image = 0; image < count; image++)"))
        {
            SizedWalk.ChannelBlocks(code, isa, isa.Registers >= 32 ? 4 : 2, vectors =>
            {
                List<Cursor> cursors = Enter(code, isa, vectors);
                cursors.Add(new Cursor("dyAt", "dy"));
                code.Line("float* dyAt = dy + channel;");
                if (Summed)
                {
                    for (int v = 0; v < vectors; v++)
                    {
                        code.Line($"var sum{v} = {isa.Zero};");
                    }
                }
                else
                {
                    cursors.Add(new Cursor("to", "dx"));
                    code.Line("float* to = dx + channel;");
                }

                SizedWalk.Pixels(code, null, Bordered, cursors.ToEquatableArray(), 1, _ =>
                {
                    for (int v = 0; v < vectors; v++)
                    {
                        string product = $"{isa.Load(Walk.At("dyAt", v * isa.Width))} * {Product(isa, v)}";
                        code.Line(Summed ? $"sum{v} += {product};" : isa.Store(product, Walk.At("to", v * isa.Width)) + ";");
                    }
                });
                for (int v = 0; v < vectors && Summed; v++)
                {
                    code.Line(isa.Store($"sum{v}", Walk.At("dx + channel", v * isa.Width)) + ";");
                }
            });
            Advance(code);
        }
    }
}
