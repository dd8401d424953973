namespace NetGen.Generators.IR;

/// <summary>What a value in memory is: of a buffer all, of a kernel's port what it points at or is. How it is written in C# is the rendering's.</summary>
internal enum ElementType
{
    /// <summary>Values, gradients, weights and statistics.</summary>
    Float32,

    /// <summary>The sum of what labels count for.</summary>
    Float64,

    /// <summary>Class labels, and numbers of images.</summary>
    Int32,

    /// <summary>The key of a layer's noise.</summary>
    UInt64,

    /// <summary>A shard's totals of loss, predictions and hits: one record of them.</summary>
    ShardTotals,
}
