namespace NetGen.Generators.IR;

/// <summary>How many steps each sequence of a chunk has, less some.</summary>
/// <param name="Lengths">The buffer with a number for each sequence.</param>
/// <param name="Image">Floats from a sequence's to the next.</param>
/// <param name="Less">What is taken off.</param>
internal sealed record StepCount(Operand Lengths, int Image, int Less);
