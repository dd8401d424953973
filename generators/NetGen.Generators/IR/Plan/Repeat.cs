namespace NetGen.Generators.IR;

/// <summary>
/// A part of a phase that runs several times: the calls beside each other that name it are the body of one loop. What moves from turn to turn are the
/// operands' addresses, by <see cref="Operand.Step"/>: the steps of a sequence, or layers of one shape whose weights follow each other.
/// </summary>
/// <param name="Number">What tells it from other parts of the plan that repeat.</param>
/// <param name="Turns">How often it runs.</param>
internal sealed record Repeat(int Number, int Turns)
{
    /// <summary>Where sequences have steps of their own number, how many turns there are less than the longest of them in the chunk has steps; <see cref="Turns"/> is then the most there can be.</summary>
    public StepCount? Longest { get; init; }

    /// <summary>Whether the turns are counted down to 0.</summary>
    public bool Down { get; init; }
}
