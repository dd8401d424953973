namespace NetGen.Generators.IR;

/// <summary>What one call of a kernel works on, which its last parameters tell.</summary>
internal enum KernelWork
{
    /// <summary>The images of a chunk.</summary>
    Chunk,

    /// <summary>One of the items that all images' work is cut into once they are through.</summary>
    BatchItem,
}
