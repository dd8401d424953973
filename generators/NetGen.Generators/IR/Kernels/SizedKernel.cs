using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// A kernel that takes sizes as arguments, so that layers of any size share its text. The record holds a layer's planes, for the call;
/// <see cref="Kernel.Body"/> is the record without them, which is what is emitted.
/// </summary>
internal abstract record SizedKernel : Kernel
{
    /// <summary>Floats from a row to the next, and from an image to the next.</summary>
    public static IEnumerable<Size> Strides(string pointer, Plane plane) =>
        [new($"{pointer}Row", plane.Row), new($"{pointer}Image", plane.Image)];
}

/// <summary>
/// A kernel that walks pixels of several planes with the same height, width and pitch. It has two forms at most: where no plane has a border a chunk is
/// one run of pixels, otherwise it goes row by row.
/// </summary>
internal abstract record PixelKernel : SizedKernel
{
    /// <summary>The planes, each under the name that its sizes begin with.</summary>
    public abstract EquatableArray<Walker> Planes { get; }

    /// <summary>Whether the form is the one that goes row by row.</summary>
    public bool Bordered => Planes.Any(p => !p.Plane.Contiguous);

    /// <summary>A plane of no size, for <see cref="Kernel.Body"/>.</summary>
    public Plane Unsized => Plane.Unsized(Bordered);

    public override EquatableArray<Size> Sizes
    {
        get
        {
            Plane first = Planes[0].Plane;
            return Bordered
                ? new[] { new Size("rows", first.H), new Size("columns", first.W), new Size("pitch", first.Pitch) }
                    .Concat(Planes.SelectMany(p => Strides(p.Pointer, p.Plane))).ToEquatableArray()
                : new[] { new Size("pixels", first.H * first.W), new Size("pitch", first.Pitch) };
        }
    }
}
