namespace NetGen.Generators.IR;

/// <summary>Keeps the rows of a table as they are.</summary>
internal sealed record PackTable(Operand Values, Operand Packed, int Count) : PackRoutine
{
    public override string Method => "Pack.Table";
}
