using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>Rows of a table by the numbers of words.</summary>
/// <param name="X">The numbers.</param>
/// <param name="Y">The sequence.</param>
internal sealed record EmbeddingKernel(Plane X, Plane Y) : SizedKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("table"), Port.Write("y", Y) };

    public override Kernel Body => new EmbeddingKernel(Plane.Unsized(bordered: false), Plane.Unsized(bordered: false));

    public override bool ReadsAllWeights => false;

    public override EquatableArray<Size> Sizes => new[]
    {
        new Size("steps", Y.W),
        new Size("size", Y.C),
        new Size("pitch", Y.Pitch),
        ImageOf(Ports[0]),
        ImageOf(Ports[2]),
    };
}

/// <summary>Keeps the words of a chunk, and the gradients by their rows, until the whole batch is through.</summary>
/// <param name="X">The numbers.</param>
/// <param name="Dy">The gradients.</param>
/// <param name="All">The words that are kept of an image, those of all layers that share the table.</param>
/// <param name="Before">How many of them come before this layer's.</param>
internal sealed record EmbeddingKeepKernel(Plane X, Plane Dy, int All, int Before) : SizedKernel
{
    public override EquatableArray<Port> Ports => new[] { Port.Read("x", X), Port.Read("dy", Dy), Port.Write("words"), Port.Write("gradients"), Port.FirstImage };

    public override Kernel Body => new EmbeddingKeepKernel(Plane.Unsized(bordered: false), Plane.Unsized(bordered: false), 0, 0);

    public override EquatableArray<Size> Sizes => new[]
    {
        new Size("steps", Dy.W),
        new Size("size", Dy.C),
        new Size("pitch", Dy.Pitch),
        new Size("all", All),
        new Size("before", Before),
        ImageOf(Ports[0]),
        ImageOf(Ports[1]),
    };
}

/// <summary>The gradient by a table over the whole batch. An item has every so many-th row, as the most common words stand beside each other in most vocabularies.</summary>
/// <param name="Rows">The rows of the table.</param>
/// <param name="Size">Features of a row.</param>
/// <param name="Words">The words of an image.</param>
/// <param name="Padding">The row without a gradient; null for none.</param>
internal sealed record EmbeddingGradientKernel(int Rows, int Size, int Words, int? Padding) : SizedKernel
{
    /// <summary>Items, which is no matter of bits: a row's gradient is summed by one of them. Each looks through all words of the batch.</summary>
    public const int Items = 16;

    public override EquatableArray<Port> Ports => new[] { Port.Read("words"), Port.Read("dy"), Port.Write("dw") };

    public override KernelWork Work => KernelWork.BatchItem;

    public override Kernel Body => new EmbeddingGradientKernel(0, 0, 0, null);

    public override EquatableArray<Size> Sizes => new[] { new Size("rows", Rows), new Size("size", Size), new Size("wordsImage", Words), new Size("padding", Padding ?? -1) };
}
