namespace NetGen;

/// <summary>How a convolution is computed. It changes how fast it is and how results round, never what it means.</summary>
public enum ConvAlgorithm
{
    /// <summary>The generator takes what costs least for the layer's shape.</summary>
    Auto,

    /// <summary>Every product of the definition. Results differ from a sum in double precision by rounding alone.</summary>
    Direct,

    /// <summary>
    /// Winograd's minimal filtering with tiles of 2×2 outputs: 2.25 times fewer multiplications. For kernels of 3×3 with strides and dilations of 1, paddings up
    /// to 2 and one group.
    /// </summary>
    Winograd2,

    /// <summary>The same with tiles of 4×4 outputs: 4 times fewer multiplications, and results that round some ten times as coarsely as direct ones.</summary>
    Winograd4,
}
