using NetGen.Generators.IR;
using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// The gradient by a convolution's weights by Winograd's minimal filtering over the whole batch. A unit is a range of inputs by a channel block; neighbouring units of a
/// range share the transform of its inputs. The units' taps are summed in scratch over all tiles, and written once in PyTorch's order.
/// </summary>
internal sealed class WinogradBatchWeightGradientText(WinogradWeightGradientKernel kernel) : WinogradWeightGradientText(kernel)
{
    private const int Taps = WinogradWeightGradientKernel.Taps;

    private readonly WinogradWeightGradientKernel _kernel = kernel;

    /// <summary>Inputs of the range at hand.</summary>
    private string Range => HasRanges ? "range" : $"{X.C}";

    public override string Summary => $"Computes a part of the gradient by 3×3 weights over the whole batch, in tiles of {_kernel.Tile}×{_kernel.Tile} outputs with {_kernel.Points} products each.";

    public override string Remarks => $"{base.Remarks} A unit is a range of inputs by a block of output channels, summed over all images, so that the parts change no bits.";

    public override void EmitBody(CodeWriter code, Isa isa, string method, CodeWriter helpers)
    {
        Split blocks = Tiles.ChannelBlocks(isa, Dy.Pitch);
        int count = blocks.Large + blocks.Small;
        int most = _kernel.OutputsAtOnce == Dy.Pitch ? count : Math.Max(1, _kernel.OutputsAtOnce / (blocks.Size * isa.Width));
        EmitStart(code);
        code.Line($"float* totals = sums + {_kernel.Points * WinogradWeightGradientKernel.SumPoint};");
        code.Line("inputs.Images = gradients.Images = images;");
        code.Line($"TeamShare share = TeamShare.Of({_kernel.InputRanges * count}, part, parts);");
        using (code.Braces("for (int unit = share.First; unit < share.End;)"))
        {
            if (HasRanges)
            {
                code.Line($"int input = unit / {count} * {_kernel.InputsAtOnce}, range = global::System.Math.Min({_kernel.InputsAtOnce}, {X.C} - input);");
            }

            code.Line($"int from = unit % {count}, units = global::System.Math.Min({most}, global::System.Math.Min({count} - from, share.End - unit));");
            code.Line($"int channels = {Start(isa, blocks, "from")}, end = {Start(isa, blocks, "(from + units)")};");
            code.Line("unit += units;");
            code.Line($"new global::System.Span<float>(totals, (end - channels) * {Range} * {Taps}).Clear();");
            EmitTiles(code, () =>
            {
                EmitInputs(code, isa);
                foreach ((int vectors, int number, int start) in blocks.Parts)
                {
                    (string first, string last) = Bounds(isa, blocks, vectors, number, start);
                    EmitChannels(code, isa, vectors, first, last, SumsOf("channel"), $"{Range} * {vectors * isa.Width}");
                }
            });

            foreach ((int vectors, int number, int start) in blocks.Parts)
            {
                int lanes = vectors * isa.Width;
                (string first, string last) = Bounds(isa, blocks, vectors, number, start);
                code.Line();
                using (code.Braces($"for (int channel = {first}; channel < {last}; channel += {lanes})"))
                {
                    string outputs = Dy.C == Dy.Pitch ? $"{lanes}" : $"global::System.Math.Min({lanes}, {Dy.C} - channel)";
                    string gradient = $"dw + (channel * {(long)X.C * Taps}L){(HasRanges ? $" + (input * {Taps})" : "")}";
                    code.Line($"WeightSums.Store({SumsOf("channel")}, {gradient}, {lanes}, {outputs}, {Range}, {Taps}, {(long)X.C * Taps});");
                }
            }
        }
    }

    /// <summary>The sums of a channel block's taps.</summary>
    private string SumsOf(string channel) => $"totals + (({channel} - channels) * {Range} * {Taps})";

    /// <summary>The first channel of a block, as code.</summary>
    private static string Start(Isa isa, Split blocks, string block) => blocks.Small == 0
        ? $"{block} * {blocks.Size * isa.Width}"
        : $"(({block} * {blocks.Size}) - global::System.Math.Max(0, {block} - {blocks.Large})) * {isa.Width}";

    /// <summary>The channels of the units at hand among the blocks of one width.</summary>
    private static (string First, string Last) Bounds(Isa isa, Split blocks, int vectors, int count, int start) => blocks.Small == 0
        ? ("channels", "end")
        : ($"global::System.Math.Max(channels, {start * isa.Width})", $"global::System.Math.Min(end, {(start + (count * vectors)) * isa.Width})");
}
