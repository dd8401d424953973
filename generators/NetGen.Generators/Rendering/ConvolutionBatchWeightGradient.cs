using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// The gradient by a convolution's weights over the whole batch. A unit is a rectangle of weights, some inputs by a channel block: it goes through all images in their
/// order, with its sums in scratch that stays in the second-level cache, and is written once in PyTorch's order.
/// </summary>
internal sealed class ConvolutionBatchWeightGradientText(ConvolutionWeightGradientKernel kernel) : ConvolutionWeightGradientText(kernel)
{
    private readonly ConvolutionWeightGradientKernel _kernel = kernel;

    private ConvolutionWalk Walk => _kernel.Walk;

    private bool HasRanges => _kernel.InputRanges > 1;

    public override string Summary => "Computes a part of the gradient by the weights, x · dy summed over the pixels of the whole batch.";

    public override string Remarks => $"{base.Remarks} A unit is some inputs by a block of output channels, summed over all images, so that the parts change no bits.";

    protected override int Columns => Walk.RowIsRun && !HasRanges ? 1 : Walk.TapsX;

    protected override int Run => HasRanges ? _kernel.UnitInputs : Walk.Run;

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        Split blocks = Tiles.ChannelBlocks(isa, Walk.Outputs);
        int count = blocks.Large + blocks.Small;
        if (Walk.XStart != 0)
        {
            code.Line(Rendering.Walk.Move("x", Walk.XStart));
        }

        code.Line("ConvolutionStrides strides = Strides();");
        code.Line($"TeamShare share = TeamShare.Of({_kernel.InputRanges * count}, part, parts);");
        using (code.Braces("for (int unit = share.First; unit < share.End; unit++)"))
        {
            if (HasRanges)
            {
                code.Line($"int input = unit / {count} * {_kernel.UnitInputs}, block = unit % {count};");
            }
            else
            {
                code.Line("int block = unit;");
            }

            if (blocks.Small == 0)
            {
                EmitUnit(code, isa, blocks.Size, 0, 0);
                return;
            }

            using (code.Braces($"if (block < {blocks.Large})"))
            {
                EmitUnit(code, isa, blocks.Size, 0, 0);
            }

            using (code.Braces("else"))
            {
                EmitUnit(code, isa, blocks.Size - 1, blocks.Large, blocks.Size * blocks.Large);
            }
        }
    }

    private void EmitUnit(CodeWriter code, Isa isa, int vectors, int first, int start)
    {
        int lanes = vectors * isa.Width;
        int taps = Walk.TapsY * Walk.TapsX;
        string block = first == 0 ? "block" : $"(block - {first})";
        code.Line($"int channel = {(start == 0 ? "" : $"{start * isa.Width} + (")}{block} * {lanes}{(start == 0 ? "" : ")")};");
        code.Line($"new global::System.Span<float>(work, {_kernel.UnitInputs * taps * lanes}).Clear();");
        using (code.Braces("for (int image = 0; image < count; image++)"))
        {
            code.Line($"float* xi = x + images[image].In({Walk.XImage}){(HasRanges ? " + input" : "")};");
            code.Line($"float* dyi = dy + images[image].In({Walk.YImage}) + channel;");
            EmitStrips(code, "xi", "dyi", (x, dy, rows) => EmitTaps(code, isa, vectors, x, dy, "work", rows));
        }

        code.Line();
        long stride = (long)Walk.Depth * taps;
        string gradient = $"dw + (channel * {stride}L){(HasRanges ? $" + (input * {taps})" : "")}";
        string outputs = _kernel.Dy.C == Walk.Outputs ? $"{lanes}" : $"global::System.Math.Min({lanes}, {_kernel.Dy.C} - channel)";
        code.Line($"WeightSums.Store(work, {gradient}, {lanes}, {outputs}, {_kernel.UnitInputs}, {taps}, {stride});");
    }
}
