namespace NetGen;

/// <summary>What a <see cref="RandomSource"/> was made for.</summary>
/// <param name="Seed">The whole's seed.</param>
/// <param name="Major">For example the epoch.</param>
/// <param name="Minor">For example the sample.</param>
internal readonly record struct RandomPlace(ulong Seed, int Major, int Minor);
