namespace NetGen.Generators.IR;

/// <summary>A fully connected recurrent layer: one gate, which is the state.</summary>
internal sealed record SimpleRNNSpec(int Units, bool ReturnSequences, RecurrentTags Reads = default) : RecurrentSpec(Units, ReturnSequences, Reads)
{
    public override int Gates => 1;
}
