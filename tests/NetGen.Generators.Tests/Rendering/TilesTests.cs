using NetGen.Generators.IR;
using NetGen.Generators.Rendering;
using Shouldly;

namespace NetGen.Generators.Tests.Rendering;

public sealed class TilesTests
{
    /// <summary>Weights are packed by the run-time library and read by kernels: both cut channels into the same blocks.</summary>
    [Fact]
    public void Blocks_AreThoseThatWeightsArePackedIn()
    {
        Isa isa = Runtime.ChannelBlocks.UsesAvx512 ? Isa.Avx512 : Runtime.ChannelBlocks.UsesAvx2 ? Isa.Avx2 : Isa.Portable;
        for (int outputs = 16; outputs <= 4096; outputs += 16)
        {
            Runtime.ChannelBlocks packed = Runtime.ChannelBlocks.Of(outputs);
            IEnumerable<(int, int)> read = Tiles.ChannelBlocks(isa, outputs).Parts
                .SelectMany(p => Enumerable.Range(0, p.Count).Select(i => ((p.Start + (i * p.Size)) * isa.Width, p.Size * isa.Width)));

            read.ShouldBe(Enumerable.Range(0, packed.Count).Select(b => (packed.Start(b), packed.Width(b))));
        }
    }

    [Theory]
    [InlineData(32, 6, new[] { 6, 6, 5, 5, 5, 5 })]
    [InlineData(12, 6, new[] { 6, 6 })]
    [InlineData(7, 6, new[] { 4, 3 })]
    [InlineData(1, 6, new[] { 1 })]
    [InlineData(5, 1, new[] { 1, 1, 1, 1, 1 })]
    public void ASplit_IsAsEqualAsCanBe(int length, int most, int[] expected) =>
        Split.Of(length, most).Parts.SelectMany(p => Enumerable.Repeat(p.Size, p.Count)).ShouldBe(expected);

    /// <summary>Accumulators, a block's weights and one broadcast fit the registers.</summary>
    [Fact]
    public void Tiles_FitTheRegisters()
    {
        foreach (Isa isa in Isa.All)
        {
            for (int vectors = 1; vectors <= (isa.Registers == 32 ? 4 : 2); vectors++)
            {
                ((Tiles.Height(isa, vectors) * vectors) + vectors + 1).ShouldBeLessThanOrEqualTo(isa.Registers);
            }
        }
    }
}
