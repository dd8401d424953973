namespace NetGen.Generators.IR;

/// <summary>The mean of each channel.</summary>
/// <param name="Lengths">The tag that says how many of its steps each sequence has.</param>
internal sealed record GlobalAvgPoolSpec(string? Lengths = null) : GlobalPoolSpec(Lengths);
