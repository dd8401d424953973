namespace NetGen.Generators.IR;

/// <summary>What a layer says of its weight, whatever the layer is.</summary>
/// <param name="Start">How it starts; null where that is decided for it.</param>
/// <param name="IsSpectral">Whether it is divided by its spectral norm.</param>
internal sealed record WeightTraits(WeightStart? Start, bool IsSpectral);
