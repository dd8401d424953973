namespace NetGen.Generators.IR;

/// <summary>Long short-term memory: input, forget, cell and output gates.</summary>
internal sealed record LSTMSpec(int Units, bool ReturnSequences, RecurrentTags Reads = default) : RecurrentSpec(Units, ReturnSequences, Reads)
{
    public override int Gates => 4;
}
