namespace NetGen.Generators.IR;

/// <summary>What one call of a kernel works on, which its last parameters tell.</summary>
internal enum KernelWork
{
    /// <summary>The images of a chunk.</summary>
    Chunk,

    /// <summary>The images of the whole batch, which lie in the slots of their chunks: a part of what sums over all of them.</summary>
    BatchPart,

    /// <summary>One of the items that all images' work is cut into once they are through.</summary>
    BatchItem,
}
