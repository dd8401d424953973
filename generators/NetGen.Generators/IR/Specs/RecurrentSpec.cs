namespace NetGen.Generators.IR;

/// <summary>A layer that goes through a sequence with a state.</summary>
/// <param name="Units">The state's size.</param>
/// <param name="ReturnSequences">Whether the output is the state after each step; otherwise after the last.</param>
internal abstract record RecurrentSpec(int Units, bool ReturnSequences) : Spec
{
    /// <summary>How many gates of <see cref="Units"/> a step computes, in PyTorch's order: the rows of its weights.</summary>
    public abstract int Gates { get; }
}
