namespace NetGen.Bench.Building;

/// <summary>What edits of one kind cost.</summary>
/// <param name="Edit">What was edited.</param>
/// <param name="Milliseconds">The generator's time for each.</param>
/// <param name="HeapBefore">Bytes in use before the first, after a collection.</param>
/// <param name="HeapAfter">Bytes in use after the last, after a collection.</param>
internal sealed record TypingCost(string Edit, IReadOnlyList<double> Milliseconds, long HeapBefore, long HeapAfter);
