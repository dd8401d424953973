namespace NetGen.Generators.IR;

/// <summary>Packs a convolution's weights in the order its kernel reads them; sparsely where not all channels are connected.</summary>
internal sealed record PackConv(Operand Weight, Operand Packed, ConvSizes Sizes, string? Connections) : PackRoutine
{
    public override string Method => Connections is null ? "Pack.Conv" : "SparsePack.Conv";

    public override long Shareable => Connections is null && Sizes.Groups == 1 ? Sizes.Weights : 0;
}
