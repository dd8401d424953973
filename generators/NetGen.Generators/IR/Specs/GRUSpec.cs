namespace NetGen.Generators.IR;

/// <summary>A gated recurrent unit: reset, update and new gates.</summary>
internal sealed record GRUSpec(int Units, bool ReturnSequences, RecurrentTags Reads = default) : RecurrentSpec(Units, ReturnSequences, Reads)
{
    public override int Gates => 3;
}
