namespace NetGen;

/// <summary>
/// Puts each value back to the place where a tagged <c>[MaxPool]</c> found its largest one, with zeros elsewhere: (C, h, w), the pool's output shape, to (C, H, W), that of its
/// input. PyTorch: <c>nn.MaxUnpool2d</c> with the indices and the input's size of the pool.
/// </summary>
/// <remarks>
/// <para>The decoder of SegNet (Badrinarayanan et al. 2017, section 3). The tag stands directly behind the pool: <c>[MaxPool(2)] [Tag("pool1")]</c>. The places are the first of the
/// largest values in a window, or the last that is not a number, as PyTorch chooses them; no gradient goes to the tagged pool through them.</para>
/// <para>Refused are pools whose windows overlap (a stride below the kernel), where two values could belong to one place.</para>
/// </remarks>
/// <param name="tag">The tag of the pool's output.</param>
public sealed class MaxUnpoolAttribute(string tag) : LayerAttribute
{
    /// <summary>The tag of the pool's output.</summary>
    public string Tag { get; } = tag;
}
