using NetGen.Generators.Text;

namespace NetGen.Generators.Rendering;

/// <summary>
/// Brings the weights of the next block of output channels, or of Winograd's next point, into the second-level cache while the last tiles of this one are computed: they follow
/// in memory, and come from beyond that cache where a layer has many. Each such tile goes through a part of them.
/// </summary>
/// <param name="isa">The form.</param>
/// <param name="vectors">Vectors of output channels.</param>
internal sealed class WeightPrefetch(Isa isa, int vectors)
{
    /// <summary>Floats of a line of the cache.</summary>
    private const int Line = 16;

    /// <summary>Weights of a block, in floats, that fit the second-level cache together with the next block's.</summary>
    public const int Most = 144 * 1024;

    /// <summary>How many tiles share out the next block's weights: few would ask for more than comes in their time.</summary>
    private const int Tiles = 8;

    private readonly bool _asks = isa.Prefetches;

    private int Lanes => vectors * isa.Width;

    /// <summary>Declares how far the next block's weights are, and how fast to go through them.</summary>
    public void EmitSizes(CodeWriter code)
    {
        if (_asks)
        {
            code.Line($"nint block = (nint)tapsY * tapsX * run * {Lanes};");
            code.Line($"int last = block > {Most} ? 0 : global::System.Math.Min(tiles, {Tiles});");
            code.Line($"nint pace = last == 0 ? 0 : global::System.Math.Min({Line}, ({Lanes} + last - 1) / last);");
        }
    }

    /// <summary>Declares where a tile looks ahead: at what it reads anyway, unless it is one of the last.</summary>
    public void EmitTile(CodeWriter code)
    {
        if (_asks)
        {
            code.Line("int turn = tile - tiles + last;");
            code.Line("float* ahead = turn < 0 || last == 0 ? w : w + block + (block / last * turn);");
        }
    }

    /// <summary>Asks for some floats, for one input's weights.</summary>
    public void EmitStep(CodeWriter code)
    {
        if (_asks)
        {
            code.Line("Sse.Prefetch1(ahead);");
            code.Line("ahead += pace;");
        }
    }
}
