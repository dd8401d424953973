using NetGen.Generators.IR;

namespace NetGen.Generators.Rendering;

/// <summary>How many registers a tile of accumulators may take on each instruction set.</summary>
internal static class Tiles
{
    /// <summary>
    /// The widths, in vectors, of the blocks that output channels are split into: at most four 512-bit vectors, or two narrower ones.
    /// <c>NetGen.Runtime.ChannelBlocks</c> holds the same rule for packing weights.
    /// </summary>
    public static Split ChannelBlocks(Isa isa, int outputs) => Split.Of(outputs / isa.Width, isa.Registers == 32 ? 4 : 2);

    /// <summary>
    /// The other side of the tile (pixels, or input channels in a gradient by weights) for a block of that many vectors: as many
    /// accumulators as leave room for the block's weights and one broadcast.
    /// </summary>
    public static int Height(Isa isa, int vectors) => isa.Registers == 32
        ? vectors switch { 4 => 6, 3 => 8, 2 => 12, _ => 14 }
        : vectors switch { 2 => 6, _ => 12 };
}
