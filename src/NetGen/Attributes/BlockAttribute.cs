namespace NetGen;

/// <summary>
/// The base of blocks: layers under one name, used like a layer. Derive from it, put layers on the class as on a model, and use the
/// class as an attribute. Where a layer depends on the block's arguments, write it in a <see cref="LayersAttribute"/>.
/// </summary>
/// <example><code>
/// [Layers("""
///     [Conv(filters, 3, Stride = Stride, Pad = 1, Bias = false)]
///     [BatchNorm] [ReLU]
///     """)]
/// public sealed class ConvUnitAttribute(int filters) : BlockAttribute
/// {
///     [DefaultValue(1)]
///     public int Stride { get; set; } = 1;
/// }
///
/// [Input(3, 32, 32)] [ConvUnit(64)] [ConvUnit(128, Stride = 2)] …
/// public sealed partial class Net;
/// </code></example>
/// <remarks>
/// The layers have paths below the block's (<c>convunit1.conv1.weight</c>), and tags of their own. The arguments are the constructor's
/// parameters and the settable properties, of type <see cref="int"/>, <see cref="float"/>, <see cref="bool"/>, <see cref="string"/>, an enumeration, or an array of one of these. A property that
/// does not start as zero, false or null says so with <see cref="System.ComponentModel.DefaultValueAttribute"/>, because that is what a package keeps.
/// </remarks>
public abstract class BlockAttribute : LayerAttribute
{
    /// <summary>
    /// Whether training keeps only what layers outside the block read of its values and computes the others again when the gradients come to the block: about a third more
    /// work in its layers for less memory, with the same gradients to the last bit. PyTorch's <c>torch.utils.checkpoint</c>; Chen, Xu, Zhang, Guestrin 2016, "Training Deep
    /// Nets with Sublinear Memory Cost", section 4.
    /// </summary>
    /// <remarks>
    /// It pays where values outweigh weights and blocks follow each other: deep networks on large images. The statistics of a batch norm are not computed again, and running
    /// statistics count a batch once. Blocks within the block belong to it. Predictions keep nothing anyway.
    /// </remarks>
    public bool Recompute { get; set; }
}
