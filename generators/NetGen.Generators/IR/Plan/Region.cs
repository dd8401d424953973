namespace NetGen.Generators.IR;

/// <summary>The memory that a buffer lies in.</summary>
internal enum Region
{
    /// <summary>Values and gradients of a chunk of images: <c>s</c>.</summary>
    Slot,

    /// <summary>Packed weights: <c>w</c>.</summary>
    Weights,

    /// <summary>A shard's own sums (gradients by parameters, partial statistics), added up when all images are through: <c>g</c>.</summary>
    Shard,

    /// <summary>Statistics over the whole batch: <c>t</c>.</summary>
    Statistics,

    /// <summary>What is kept of every image until the whole batch is through: <c>b</c>. A buffer here begins at its offset times the images of the batch.</summary>
    Kept,
}
