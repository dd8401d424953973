namespace NetGen;

/// <summary>How two samples become one.</summary>
internal interface IMix
{
    /// <summary>The first sample's share of the targets; the second has the rest.</summary>
    float Share { get; }

    /// <summary>Mixes the second sample's input into the first's.</summary>
    void MixInput(Span<float> input, ReadOnlySpan<float> partner);
}
