namespace NetGen.Generators.IR;

/// <summary>Channels laid out as pixels of an image that many times as high and wide.</summary>
internal sealed record PixelShuffleSpec(int Scale) : Spec
{
    public override bool KeepsValues => true;
}
