namespace NetGen.Generators.IR;

/// <summary>A fully connected recurrent layer: one gate, which is the state.</summary>
internal sealed record SimpleRNNSpec(int Units, bool ReturnSequences) : RecurrentSpec(Units, ReturnSequences)
{
    public override int Gates => 1;
}
