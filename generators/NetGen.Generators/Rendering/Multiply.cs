using NetGen.Generators.Common;
using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// What products share. Factors are images, which move pixel by pixel, or vectors among images, which stay in registers; all have the same pitch.
/// </summary>
internal abstract class ProductText(ProductKernel kernel) : KernelText(kernel)
{
    private readonly ProductKernel _kernel = kernel;

    private EquatableArray<Plane> Factors => _kernel.Factors;

    private Plane Large => _kernel.Large;

    private bool Bordered => _kernel.Bordered;

    public override string Remarks => Bordered
        ? "Layout: rows of columns pixels of pitch floats; the other sizes are floats from a row and from an image to the next."
        : "Layout: images of pixels without a border, pitch floats each; the other sizes are floats from an image or a vector to the next.";

    /// <summary>Declares what a block of channels starts with, and returns the pointers that move.</summary>
    protected List<Cursor> Enter(CodeWriter code, Isa isa, int vectors)
    {
        List<Cursor> cursors = [];
        for (int i = 0; i < Factors.Count; i++)
        {
            if (ProductKernel.Stays(Factors[i], Large))
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
        string.Join(" * ", Factors.Select((p, i) => ProductKernel.Stays(p, Large) ? $"x{i}_{vector}" : isa.Load(Walk.At($"x{i}At", vector * isa.Width))));

    /// <summary>Moves the pointers to the next image.</summary>
    protected void Advance(CodeWriter code)
    {
        foreach (Port port in _kernel.Ports)
        {
            code.Line($"{port.Name} += {port.Name}Image;");
        }
    }
}

/// <summary>Multiplies values; a vector among images counts for every pixel.</summary>
internal sealed class MultiplyText(MultiplyKernel kernel) : ProductText(kernel)
{
    private readonly MultiplyKernel _kernel = kernel;

    private EquatableArray<Plane> Inputs => _kernel.Inputs;

    private bool Bordered => _kernel.Bordered;

    public override string Summary => $"Multiplies {Inputs.Count} values; a vector counts for every pixel.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
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
internal sealed class MultiplyGradientText(MultiplyGradientKernel kernel) : ProductText(kernel)
{
    private readonly MultiplyGradientKernel _kernel = kernel;

    private bool Summed => _kernel.Summed;

    private bool Bordered => _kernel.Bordered;

    public override string Summary => "Multiplies the gradient by the other factors" + (Summed ? " and sums it over the pixels." : ".");

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        using (code.Braces("for (int image = 0; image < count; image++)"))
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
