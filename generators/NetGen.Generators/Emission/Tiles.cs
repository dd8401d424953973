using NetGen.Generators.IR;

namespace NetGen.Generators.Emission;

/// <summary>A split of a length into nearly equal parts: <paramref name="Large"/> times <paramref name="Size"/>, then <paramref name="Small"/> times one less.</summary>
internal readonly record struct Split(int Size, int Large, int Small)
{
    /// <summary>Splits a length into the fewest parts of at most <paramref name="most"/>, as equal as can be: 32 by 6 is 6 6 5 5 5 5, never 6 6 6 6 6 2.</summary>
    public static Split Of(int length, int most)
    {
        int parts = (length + most - 1) / most;
        int size = (length + parts - 1) / parts;
        int large = length - (parts * (size - 1));
        return new Split(size, large, parts - large);
    }

    /// <summary>The sizes with how often each occurs and where its run starts.</summary>
    public IEnumerable<(int Size, int Count, int Start)> Parts
    {
        get
        {
            yield return (Size, Large, 0);
            if (Small > 0)
            {
                yield return (Size - 1, Small, Size * Large);
            }
        }
    }
}

/// <summary>How many registers a tile of accumulators may take on each instruction set.</summary>
internal static class Tiles
{
    /// <summary>
    /// The widths, in vectors, of the blocks that output channels are split into: at most four 512-bit vectors, or two narrower ones.
    /// <c>NetGen.Runtime.Blocks</c> holds the same rule for packing weights.
    /// </summary>
    public static Split Blocks(Isa isa, int outputs) => Split.Of(outputs / isa.Width, isa.Registers == 32 ? 4 : 2);

    /// <summary>
    /// The other side of the tile (pixels, or input channels in a gradient by weights) for a block of that many vectors: as many
    /// accumulators as leave room for the block's weights and one broadcast.
    /// </summary>
    public static int Height(Isa isa, int vectors) => isa.Registers == 32
        ? vectors switch { 4 => 6, 3 => 8, 2 => 12, _ => 14 }
        : vectors switch { 2 => 6, _ => 12 };
}
