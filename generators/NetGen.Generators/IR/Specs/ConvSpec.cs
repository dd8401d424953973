namespace NetGen.Generators.IR;

/// <summary>A convolution.</summary>
/// <param name="Connections">The connection table as written, or null where every filter reads all channels of its group.</param>
internal sealed record ConvSpec(int Filters, Window Window, int Groups, bool Bias, string? Connections = null) : Spec
{
    /// <summary>How it is computed, where that is not left to the generator.</summary>
    public ConvAlgorithm Algorithm { get; init; }

    /// <summary>Whether Winograd's minimal filtering computes it: it is for three taps beside each other.</summary>
    public bool TakesWinograd => Groups == 1 && Connections is null
        && Window is { KernelY: 3, KernelX: 3, StrideY: 1, StrideX: 1, DilationY: 1, DilationX: 1, PadY: <= 2, PadX: <= 2, PadBelow: <= 2, PadRight: <= 2 };
}
