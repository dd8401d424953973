namespace Detection;

/// <summary>Pictures to train and to examine with.</summary>
internal sealed record CellSets(IReadOnlyList<CellImage> Train, IReadOnlyList<CellImage> Test, IReadOnlyList<string> Classes);
