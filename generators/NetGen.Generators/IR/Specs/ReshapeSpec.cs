namespace NetGen.Generators.IR;

/// <summary>The same values as an image of another shape.</summary>
internal sealed record ReshapeSpec(int C, int H, int W) : Spec
{
    public override bool KeepsValues => true;
}
