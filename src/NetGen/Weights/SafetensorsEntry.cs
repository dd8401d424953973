namespace NetGen;

/// <summary>What a header says of one tensor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DType">Its elements' type.</param>
/// <param name="Shape">The sizes of its dimensions.</param>
/// <param name="Begin">Its first byte, counted from the end of the header.</param>
/// <param name="End">The byte after its last.</param>
internal sealed record SafetensorsEntry(string Name, DType DType, int[] Shape, long Begin, long End);
