namespace NetGen.Generators.IR;

/// <summary>Multiplies each word's row of a table with a recurrent layer's weights of its input, and adds the bias.</summary>
internal sealed record PackWords(Operand Table, Operand Weight, Operand Bias, Operand Packed, int Words, int Size, int Gates, int Units) : PackRoutine
{
    public override string Method => "GatePack.Words";
}
