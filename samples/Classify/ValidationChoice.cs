namespace Classify;

/// <summary>What to validate with.</summary>
/// <param name="Share">The share of the pictures that is kept for it.</param>
/// <param name="Folder">A folder of its own instead.</param>
internal sealed record ValidationChoice(double Share, string? Folder);
