using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// A kernel that takes sizes as arguments, so that layers of any size share its text. The record holds a layer's planes, for the call;
/// <see cref="Kernel.Body"/> is the record without them, which is what is emitted.
/// </summary>
internal abstract record SizedKernel : Kernel
{
    /// <summary>Floats from a row to the next, and from an image to the next, of what lies behind ports.</summary>
    protected static IEnumerable<Size> Strides(params Port[] ports) => ports.SelectMany(p => new[] { RowOf(p), ImageOf(p) });

    /// <summary>Floats from an image to the next.</summary>
    protected static Size ImageOf(Port port) => new($"{port.Name}Image", port.Plane!.Image);

    private static Size RowOf(Port port) => new($"{port.Name}Row", port.Plane!.Row);
}

/// <summary>
/// A kernel that walks several planes together. It has two forms at most: where none of them has a border a chunk is one run, otherwise it goes row by row.
/// </summary>
internal abstract record WalkKernel : SizedKernel
{
    /// <summary>The ports whose planes are walked: those that have one.</summary>
    protected Port[] Walked => [.. Ports.Where(p => p.Plane is not null)];

    /// <summary>Whether the form is the one that goes row by row.</summary>
    public bool Bordered
    {
        get
        {
            // Asked for several times a call in networks of thousands: without the enumerators of a query.
            EquatableArray<Port> ports = Ports;
            for (int i = 0; i < ports.Count; i++)
            {
                if (ports[i].Plane is { Contiguous: false })
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>One of the planes, for what all have.</summary>
    protected Plane First => Ports.First(p => p.Plane is not null).Plane!;

    /// <summary>A plane of no size, for <see cref="Kernel.Body"/>.</summary>
    public Plane Unsized => Plane.Unsized(Bordered);

    protected override NameParts NameParts => $"{Bordered:_rows}";
}

/// <summary>A kernel that walks pixels of planes with the same height, width and pitch.</summary>
internal abstract record PixelKernel : WalkKernel
{
    public override EquatableArray<Size> Sizes
    {
        get
        {
            Plane first = First;
            return Bordered
                ? new[] { new Size("rows", first.H), new Size("columns", first.W), new Size("pitch", first.Pitch) }.Concat(Strides(Walked)).ToEquatableArray()
                : new[] { new Size("pixels", first.H * first.W), new Size("pitch", first.Pitch) };
        }
    }
}
