using NetGen.Generators.Common;

namespace NetGen.Generators.IR;

/// <summary>
/// A kernel by what it computes and the shapes it depends on: two layers with equal records share one method. A kernel walks the images of a chunk.
/// </summary>
internal abstract record Kernel
{
    /// <summary>The kernel without a layer's sizes: what is emitted, once for all layers whose kernels differ in nothing else.</summary>
    public virtual Kernel Body => this;

    /// <summary>The sizes that a call hands over after its pointers.</summary>
    public virtual EquatableArray<Size> Sizes => EquatableArray<Size>.Empty;
}
