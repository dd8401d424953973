namespace NetGen.Generators.IR;

/// <summary>What is counted along an axis.</summary>
internal enum AxisKind
{
    /// <summary>There is no such axis: what a shape of fewer holds in place of one.</summary>
    None,

    /// <summary>Features of a vector, or of a step of a sequence.</summary>
    Features,

    /// <summary>Channels of an image.</summary>
    Channels,

    /// <summary>Rows of an image.</summary>
    Height,

    /// <summary>Columns of an image.</summary>
    Width,

    /// <summary>Steps of a sequence.</summary>
    Time,
}
