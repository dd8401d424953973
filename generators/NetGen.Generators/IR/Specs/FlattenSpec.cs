namespace NetGen.Generators.IR;

/// <summary>An image as a vector in the order of NCHW.</summary>
internal sealed record FlattenSpec : Spec
{
    public override bool KeepsValues => true;
}
