namespace NetGen.Generators.IR;

/// <summary>What a call is for.</summary>
/// <param name="Layer">The layer's number.</param>
/// <param name="Purpose">What it does for the layer.</param>
/// <param name="Number">Which input, from 1 on, where the layer has several; the tag's place, or which further output from 1 on.</param>
internal sealed record CallNote(int Layer, Purpose Purpose, int Number = 0)
{
    /// <summary>For a call that goes on with what the one before it began.</summary>
    public static readonly CallNote Continued = new(-1, Purpose.Continued);

    /// <summary>The number of the batch norm that is folded into the layer; -1 for none.</summary>
    public int Folded { get; init; } = -1;

    /// <summary>The number of the layer whose value is added to the layer's; -1 for none.</summary>
    public int Summand { get; init; } = -1;

    /// <summary>Whether it computes again what the forward pass had.</summary>
    public bool Again { get; init; }

    /// <summary>The layer that the call computes as well, and the layer reads; null for none.</summary>
    public CallNote? Before { get; init; }

    /// <summary>The activation that is applied as well.</summary>
    public Activation? Activation { get; init; }
}
