namespace NetGen.Generators.IR;

/// <summary>
/// Items of a list that come again: what stands in a turn stands in each of the following ones too, for other layers, with addresses that move by equal steps from turn to turn.
/// The list has all of them; who writes it down writes the first turn and how far addresses move.
/// </summary>
/// <param name="First">The first turn's first item.</param>
/// <param name="Length">Items of a turn.</param>
/// <param name="Turns">How many turns there are.</param>
internal readonly record struct Loop(int First, int Length, int Turns)
{
    /// <summary>The item behind the last turn.</summary>
    public int End => First + (Length * Turns);

    /// <summary>The last turn's first item.</summary>
    public int Last => End - Length;
}
