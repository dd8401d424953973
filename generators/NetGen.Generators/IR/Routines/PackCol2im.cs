namespace NetGen.Generators.IR;

/// <summary>Packs weights for products with all taps at once: the taps and channels of a window are the outputs of a 1×1 convolution.</summary>
internal sealed record PackCol2im(Operand Weight, Operand Packed, int Outputs, int Inputs, int KernelY, int KernelX) : PackRoutine
{
    public override string Method => "Pack.Col2im";
}
