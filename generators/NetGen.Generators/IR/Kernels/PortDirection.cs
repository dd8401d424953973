namespace NetGen.Generators.IR;

/// <summary>What a kernel does with the memory that a port points at.</summary>
internal enum PortDirection
{
    /// <summary>It is read alone.</summary>
    Read,

    /// <summary>It is written, and nothing follows from what it held before. Borders are left as they are.</summary>
    Write,

    /// <summary>It is added to: what it held before counts.</summary>
    Update,
}
