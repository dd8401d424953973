namespace NetGen.Generators.IR;

/// <summary>A layer that goes through a sequence with a state.</summary>
/// <param name="Units">The state's size.</param>
/// <param name="ReturnSequences">Whether the output is the state after each step; otherwise after the last.</param>
/// <param name="Reads">What it reads beside the sequence.</param>
internal abstract record RecurrentSpec(int Units, bool ReturnSequences, RecurrentTags Reads) : JoinSpec(Reads.All)
{
    /// <summary>How many gates of <see cref="Units"/> a step computes, in PyTorch's order: the rows of its weights.</summary>
    public abstract int Gates { get; }

    public override int? LengthsInput => Reads.InputOf(nameof(RecurrentTags.Lengths));

    /// <summary>The input that is the state before the first step; null where that is 0.</summary>
    public int? StateInput => Reads.InputOf(nameof(RecurrentTags.InitialState));

    /// <summary>The input that the cells before the first step are; null where they are 0.</summary>
    public int? CellInput => Reads.InputOf(nameof(RecurrentTags.InitialCell));

    /// <summary>The same for sequences that have all steps.</summary>
    public RecurrentSpec WithoutLengths()
    {
        RecurrentTags reads = Reads with { Lengths = null };
        return this with { Reads = reads, Tags = reads.All };
    }

    public override bool NeedsTags => false;

    public override string ArgumentOf(int tag) => Reads.PropertyOf(tag);

    /// <summary>Lengths are counted.</summary>
    public override bool PassesGradientTo(int input) => input != LengthsInput;
}
